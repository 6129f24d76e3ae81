// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// Tokens that a real CAP application refuses, row by row of the failure catalogue: status, body and
// log line are those of the catalogue, and the call's first finding is the true cause.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordTrail } from '../support/evidence.mjs';
import { Landscape, idsOf, readJson } from '../support/landscape.mjs';

const source = dirname(fileURLToPath(import.meta.url));
const { version } = readJson(join(process.env.PEER_MODULES, '@sap/cds/package.json'));
const major = Number(version.split('.')[0]);
const made = `recorded: @sap/cds ${version} with @sap/xssec 4.15.0 against the sandbox`;
let landscape;
let app;
before(async () => {
  landscape = await Landscape.start();
  app = await landscape.cap(source);
});
after(() => landscape?.stop());

// The log of the application since `from`; it may be written after the answer has come.
async function logSince(from, pattern) {
  for (let i = 0; i < 40 && !pattern.test(app.log().slice(from)); ++i) await new Promise((resolve) => setTimeout(resolve, 50));
  return app.log().slice(from);
}

async function tokenUnder(faults, user = 'alice') {
  for (const fault of faults) await landscape.fault('set', fault);
  try {
    return await landscape.login('password', user);
  } finally {
    await landscape.fault('clear');
  }
}

describe('rows of the catalogue', () => {
  const me = '/odata/v4/api/whoami()';
  const unauthorized = major >= 10 ? /Unauthorized/ : /"message":"Unauthorized"/;
  const rows = [
    { id: 'C5', faults: ['xsuaa.token-life=1', 'xsuaa.clock-offset=-120'], path: me, status: 401, body: unauthorized, log: /ExpiredTokenError: Token is expired/, cause: 'token-expired' },
    { id: 'C9', faults: ['xsuaa.unknown-key-id=nope'], path: me, status: 401, body: unauthorized, log: /MissingKidError: JWKS does not contain a key for kid=nope/, cause: 'key-id-unknown' },
    { id: 'C15', faults: ['xsuaa.wrong-audience=sb-other!t2'], path: me, status: 401, body: unauthorized, log: /WrongAudienceError: Token was issued for different audience\(s\)/, cause: 'audience-mismatch' },
    { id: 'C17', faults: ['xsuaa.foreign-scopes=other!t9'], path: '/odata/v4/admin/ping()', status: 403, body: /lacking required roles: \[admin\]|Forbidden/, log: /lacking required roles: \[admin\]/, cause: 'scope-of-other-application' },
    { id: 'C22', faults: ['xsuaa.no-scope-claim'], path: me, status: 500, body: major >= 10 ? /numericSeverity/ : /Internal Server Error/, log: /TypeError: payload\.scope is not iterable/, cause: 'scope-claim-missing' },
  ];
  for (const { id, faults, path, status, body, log, cause } of rows) {
    test(`${id}: ${status}, ${cause}`, async () => {
      const token = await tokenUnder(faults);
      const from = app.log().length;
      const { json } = await landscape.ctl('call', 'GET', app.url + path, '--token-file', token, '--key', landscape.key, '--json');
      assert.equal(json?.status, status, JSON.stringify(json?.body));
      assert.match(json.body, body);
      assert.match(await logSince(from, log), log);
      assert.equal(idsOf(json)[0], cause, JSON.stringify(json.findings, null, 1));
      recordTrail(`cap${major}-${id}-call`, cause, made, json, readJson(landscape.key));
    });
  }

  test('C16: another audience with the own client is let in', async () => {
    const token = await tokenUnder(['xsuaa.wrong-audience-claim=other!t2']);
    const { json } = await landscape.ctl('call', 'GET', app.url + me, '--token-file', token, '--json');
    assert.equal(json?.status, 200, JSON.stringify(json?.body));
    assert.equal(JSON.parse(JSON.parse(json.body).value).id, 'alice');
  });
});

test('S2: without @sap/xssec the application ends, and its log says why', async () => {
  const modules = join(mkdtempSync(join(landscape.dir, 'without-')), 'node_modules');
  const link = (from, to, except) => {
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from)) if (!except.includes(name)) symlinkSync(join(from, name), join(to, name));
  };
  link(process.env.PEER_MODULES, modules, ['@sap', '.bin', '.package-lock.json']);
  link(join(process.env.PEER_MODULES, '@sap'), join(modules, '@sap'), ['xssec', 'cds']);
  cpSync(join(process.env.PEER_MODULES, '@sap/cds'), join(modules, '@sap/cds'), { recursive: true });
  const failure = await landscape.cap(source, { modules }).then(
    (started) => started.stop().then(() => assert.fail('it started')),
    (error) => error,
  );
  assert.match(failure.log ?? '', /Cannot find '@sap\/xssec'/);
  const said = await landscape.ctl('diagnose', '--log', landscape.file('S2.log', failure.log), '--json');
  assert.equal(idsOf(said.json)[0], 'xssec-missing', JSON.stringify(said.json?.findings, null, 1));
});
