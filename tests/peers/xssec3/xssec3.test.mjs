// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// @sap/xssec 3 judges the sandbox's tokens, good and broken ones, as the contract of that library
// says; and where it differs from version 4 (no leeway for the clock), that is held too.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Landscape } from '../support/landscape.mjs';

const here = dirname(fileURLToPath(import.meta.url));
let landscape;
let zone;

before(async () => {
  landscape = await Landscape.start();
  zone = JSON.parse(landscape.read(landscape.key)).zoneid;
});
after(() => landscape?.stop());

async function judge(...tokens) {
  const env = { ...landscape.env, NODE_EXTRA_CA_CERTS: landscape.endpoints.ca };
  const { stdout } = await promisify(execFile)(process.execPath, [join(here, 'judge.cjs'), landscape.key, ...tokens], { env });
  return stdout.trim().split('\n').map((line) => JSON.parse(line));
}

async function tokenUnder(fault, value) {
  await landscape.fault('set', `${fault}=${value}`);
  try {
    return await landscape.login('password', 'alice');
  } finally {
    await landscape.fault('clear');
  }
}

test('it is version 3', () => {
  const { version } = createRequire(process.env.PEER_MODULES + '/')('@sap/xssec/package.json');
  assert.match(version, /^3\./);
});

test('users and applications are who they are', async () => {
  const [alice, bob, application] = await judge(
    await landscape.login('password', 'alice'),
    await landscape.login('password', 'bob'),
    await landscape.login('client_credentials'),
  );
  assert.deepEqual(alice, { user: 'alice', grant: 'password', zone, admin: true, country: ['DE', 'AT'], exchanged: 'alice' });
  assert.deepEqual({ user: bob.user, admin: bob.admin, exchanged: bob.exchanged }, { user: 'bob', admin: false, exchanged: 'bob' });
  assert.deepEqual({ user: application.user, grant: application.grant, zone: application.zone }, { user: null, grant: 'client_credentials', zone });
});

test('a token that ended ten seconds ago is refused, and version 4 would take it', async () => {
  await landscape.fault('set', 'xsuaa.token-life=1');
  const token = await landscape.login('password', 'alice');
  await landscape.fault('clear');
  await pause(2500);
  const [said] = await judge(token);
  assert.match(said.error, /expired/i, JSON.stringify(said));
  const { json } = await landscape.ctl('token', 'verify', '--key', landscape.key, '--json', token);
  assert.equal(json.checks.find((check) => check.id === 'not-expired')?.outcome ?? json.checks.find((check) => /expire/.test(check.id)).outcome, 'passed', JSON.stringify(json));
});

for (const [fault, value, words] of [
  ['xsuaa.wrong-audience', 'sb-other!t2', /audience/i],
  ['xsuaa.rogue-key', 'on', /signature/i],
  ['xsuaa.unknown-key-id', 'gone', /key|kid/i],
]) {
  test(`${fault} is refused`, async () => {
    const [said] = await judge(await tokenUnder(fault, value));
    assert.ok(said.error, JSON.stringify(said));
    assert.match(said.error, words);
  });
}
