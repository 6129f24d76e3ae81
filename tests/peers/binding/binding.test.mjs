// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// A project that `cap bind` has bound, read by the real @sap/cds: which credentials it takes under
// the profile hybrid, and whether a user of the sandbox gets in.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Landscape, freePort, readJson } from '../support/landscape.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const modules = process.env.PEER_MODULES;
let landscape;
before(async () => {
  landscape = await Landscape.start();
});
after(() => landscape?.stop());

// A project whose users are mocked until it is bound.
async function project() {
  const folder = await landscape.appFolder(join(here, '../kinds/app'), modules, () => undefined);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'bound', private: true }));
  return folder;
}

// What `cds env requires.auth` reads, from the runtime that the project has.
function authOf(folder, env) {
  const script = "console.log(JSON.stringify(require('@sap/cds').env.requires.auth))";
  const said = execFileSync(process.execPath, ['-e', script], { cwd: folder, env: { ...landscape.env, ...env }, encoding: 'utf8' });
  return JSON.parse(said.trim().split('\n').at(-1));
}

async function bind(folder, ...words) {
  const run = await landscape.ctl('cap', 'bind', folder, ...words, '--write', '--json');
  assert.equal(run.code, 0, run.stdout + run.stderr);
  return run;
}

const sandbox = () => ['--sandbox', '--state', landscape.state];
const places = [
  { to: 'cdsrc-private', otherwise: 'mocked' },
  { to: 'default-env', otherwise: 'mocked' },
];

for (const { to, otherwise } of places) {
  for (const [peer, words] of [['the sandbox', sandbox], ['a key', () => ['--key', landscape.key]]]) {
    test(`${to}, bound to ${peer}: xsuaa credentials under the profile hybrid`, async () => {
      const key = readJson(landscape.key);
      const folder = await project();
      const { json } = await bind(folder, ...words(), '--to', to);
      assert.equal(json.effective, true);
      assert.ok(!JSON.stringify(json).includes(key.clientsecret), 'the secret is in the answer');
      const auth = authOf(folder, { CDS_ENV: 'hybrid', ...json.environment });
      assert.equal(auth.kind, 'xsuaa');
      assert.deepEqual(auth.credentials, key);
      assert.equal(authOf(folder, {}).kind, otherwise); // and nothing else has changed
    });
  }

  test(`${to}: alice gets in with her token, and nobody without one`, async () => {
    const folder = await project();
    const { json } = await bind(folder, ...sandbox(), '--to', to);
    const app = await landscape.serve([join(modules, '@sap/cds/bin/serve.js'), 'all'], {
      cwd: folder,
      env: { PORT: String(await freePort()), CDS_ENV: 'hybrid', ...json.environment },
      ready: /server listening on { url: '([^']+)'/,
    });
    try {
      const alice = await landscape.login('password', 'alice');
      const call = (...args) => landscape.ctl('call', 'GET', `${app.url}/admin/whoami()`, '--key', landscape.key, ...args, '--json');
      const answer = await call('--token-file', alice);
      assert.equal(answer.json?.status, 200, answer.stdout + app.log());
      assert.equal(JSON.parse(JSON.parse(answer.json.body).value).id, 'alice');
      assert.equal((await call()).json.status, 401);
    } finally {
      await app.stop();
    }
  });
}

describe('what is there already', () => {
  test('a binding that cds bind left is replaced, and its neighbours stay', async () => {
    const folder = await project();
    const before = '{\n  "requires": {\n    "[hybrid]": {\n      "auth": {\n        "binding": { "type": "cf", "instance": "old" },\n        "kind": "xsuaa-auth",\n        "vcap": { "name": "auth" }\n      }\n    }\n  },\n  "log": {"levels":   {"cds": "warn"}}\n}\n';
    writeFileSync(join(folder, '.cdsrc-private.json'), before);
    await bind(folder, ...sandbox());
    const now = landscape.read(join(folder, '.cdsrc-private.json'));
    assert.ok(now.includes('"log": {"levels":   {"cds": "warn"}}'), now);
    const auth = authOf(folder, { CDS_ENV: 'hybrid' });
    assert.equal(auth.binding, undefined);
    assert.equal(auth.credentials.clientid, readJson(landscape.key).clientid);
  });

  test('another instance in default-env.json is not taken any more, and stays', async () => {
    const folder = await project();
    const other = { label: 'xsuaa', name: 'other', credentials: { clientid: 'sb-other' } };
    writeFileSync(join(folder, 'default-env.json'), JSON.stringify({ VCAP_SERVICES: { xsuaa: [other] } }));
    const { json } = await bind(folder, ...sandbox(), '--to', 'default-env');
    const auth = authOf(folder, { CDS_ENV: 'hybrid', ...json.environment });
    assert.equal(auth.credentials.clientid, readJson(landscape.key).clientid);
    assert.deepEqual(readJson(join(folder, 'default-env.json')).VCAP_SERVICES.xsuaa.at(-1), other);
  });

  test('a stronger binding is named', async () => {
    const folder = await project();
    const other = { label: 'xsuaa', name: 'other', tags: ['xsuaa'], credentials: { clientid: 'sb-other' } };
    writeFileSync(join(folder, 'default-env.json'), JSON.stringify({ VCAP_SERVICES: { xsuaa: [other] } }));
    const { json, stderr } = await bind(folder, ...sandbox());
    assert.equal(authOf(folder, { CDS_ENV: 'hybrid' }).credentials.clientid, 'sb-other');
    assert.equal(json.effective, false);
    assert.match(stderr, /Another binding is stronger/);
  });
});
