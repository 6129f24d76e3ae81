// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// A real CAP application (kind xsuaa, Cloud SDK) takes the sandbox for the real landscape, and
// the trail names where it loses the user.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Landscape, idsOf } from '../support/landscape.mjs';

const source = dirname(fileURLToPath(import.meta.url));
let landscape;
before(async () => {
  landscape = await Landscape.start();
});
after(async () => {
  await landscape?.stop();
});

// With RECORD=FOLDER the answers of `sandbox trail` are kept, to be replayed without the peer.
async function trailOf(name, call) {
  await landscape.clearTrail();
  const answer = await call();
  const trail = await landscape.trail();
  if (process.env.RECORD) {
    mkdirSync(process.env.RECORD, { recursive: true });
    writeFileSync(join(process.env.RECORD, `${name}.json`), JSON.stringify(trail, null, 1) + '\n');
  }
  return { answer, trail };
}

const callAs = (tokenFile, url) =>
  landscape.ctl('call', 'GET', url, ...(tokenFile ? ['--token-file', tokenFile] : []), '--json');

const destination = (name) => ({
  CDS_CONFIG: JSON.stringify({ requires: { API_FUNCTIONALLOCATION: { credentials: { destination: name } } } }),
});

describe('kind xsuaa', () => {
  let app;
  let alice;
  let bob;
  let technical;
  before(async () => {
    app = await landscape.cap(source);
    alice = await landscape.login('password', 'alice');
    bob = await landscape.login('password', 'bob');
    technical = await landscape.login('client_credentials');
  });
  after(() => app?.stop());

  test('takes the token of alice for alice with her role', async () => {
    const { json } = await callAs(alice, `${app.url}/odata/v4/api/whoami()`);
    assert.equal(json.status, 200);
    const me = JSON.parse(JSON.parse(json.body).value);
    assert.equal(me.id, 'alice');
    assert.ok(me.roles.includes('admin'), JSON.stringify(me));
    assert.deepEqual(idsOf(json, 'error'), []);
  });

  test('PrincipalPropagation arrives as ALICE and has no finding', async () => {
    const { answer, trail } = await trailOf('cap-healthy', () => callAs(alice, `${app.url}/odata/v4/api/FunctionalLocation`));
    assert.equal(answer.json.status, 200, answer.stdout + answer.stderr + app.log());
    const rows = JSON.parse(answer.json.body).value;
    assert.ok(rows.length > 0);
    assert.deepEqual([...new Set(rows.map((row) => row.LastChangedByUser))], ['ALICE']);
    assert.deepEqual(idsOf(trail, 'error'), []);
    assert.deepEqual(idsOf(answer.json, 'error'), []);
    const backend = trail.hops.find((hop) => hop.kind === 'backend');
    assert.equal(backend.subject.name, 'alice');
  });

  const refusals = [
    { name: 'nobody', token: () => null, path: '/odata/v4/api/whoami()', status: 401, finding: 'no-token' },
    { name: 'bob without the role', token: () => bob, path: '/odata/v4/admin/ping()', status: 403, finding: 'role-missing' },
    { name: 'a technical token where a role of a person is asked for', token: () => technical, path: '/odata/v4/admin/ping()', status: 403, finding: 'technical-token-where-user-needed' },
    { name: 'a user whom the backend does not know', token: () => bob, path: '/odata/v4/api/FunctionalLocation', status: 502, finding: 'backend-user-not-mapped' },
    { name: 'a technical caller on a user destination', token: () => technical, path: '/odata/v4/api/FunctionalLocation', status: 502, finding: 'technical-caller-on-user-destination' },
  ];
  for (const { name, token, path, status, finding } of refusals) {
    test(`${name}: ${status}, ${finding}`, async () => {
      const { answer, trail } = await trailOf(`cap-${finding}`, () => callAs(token(), app.url + path));
      assert.equal(answer.json?.status, status, answer.stdout + answer.stderr);
      assert.equal(answer.code, 1);
      assert.ok(idsOf(answer.json).includes(finding), `call: ${JSON.stringify(answer.json.findings, null, 1)}`);
      assert.ok(idsOf(trail).includes(finding), `trail: ${JSON.stringify(trail.findings, null, 1)}`);
    });
  }

  // Tokens that the sandbox spoils on purpose: CAP's answer, its log line, and our finding.
  const defects = [
    { fault: 'xsuaa.clock-offset=-90000', status: 401, log: /Token is expired/, finding: 'token-expired' },
    { fault: 'xsuaa.rogue-key', status: 401, log: /Token signature is invalid/, finding: 'signature-invalid' },
    { fault: 'xsuaa.unknown-key-id=nope', status: 401, log: /JWKS does not contain a key for kid=nope/, finding: 'key-id-unknown' },
    { fault: 'xsuaa.wrong-audience=sb-other!t2', status: 401, log: /Token was issued for different audience/, finding: 'audience-mismatch' },
    { fault: 'xsuaa.no-scope-claim', status: 500, log: /payload.scope is not iterable/, finding: 'scope-claim-missing' },
  ];
  for (const { fault, status, log, finding } of defects) {
    test(`${fault}: ${status}, ${finding}`, async () => {
      const app = await landscape.cap(source); // a cold one fetches the key set, which is evidence
      await landscape.fault('set', fault);
      let spoilt;
      try {
        spoilt = await landscape.login('password', 'alice');
      } finally {
        await landscape.fault('clear');
      }
      const { answer, trail } = await trailOf(`cap-${finding}`, () => callAs(spoilt, `${app.url}/odata/v4/api/whoami()`));
      await app.stop();
      assert.equal(answer.json?.status, status, answer.stdout + answer.stderr);
      assert.match(app.log(), log);
      assert.ok(idsOf(answer.json).includes(finding), `call: ${JSON.stringify(answer.json.findings, null, 1)}`);
      assert.ok(idsOf(trail).includes(finding), `trail: ${JSON.stringify(trail.findings, null, 1)}`);
    });
  }

  test('the Cloud Connector is down: cloud-connector-not-connected', async () => {
    await landscape.fault('set', 'proxy.cloud-connector-down');
    try {
      const { answer, trail } = await trailOf('cap-cloud-connector-not-connected', () => callAs(alice, `${app.url}/odata/v4/api/FunctionalLocation`));
      assert.equal(answer.json?.status, 502, answer.stdout + answer.stderr);
      assert.match(app.log(), /There is no SAP Cloud Connector \(SCC\) connected|Request failed with status code 503/);
      for (const found of [idsOf(answer.json), idsOf(trail)]) {
        assert.ok(found.includes('cloud-connector-not-connected'), JSON.stringify(trail.findings, null, 1));
        assert.ok(found.includes('remote-failure-hidden-as-502'));
      }
    } finally {
      await landscape.fault('clear');
    }
  });

});

describe('ways to lose the user', () => {
  test('an anonymous caller of an open service: user-lost-before-cap', async () => {
    const app = await landscape.cap(source); // a cold one: a cached destination leaves no hops
    const { answer, trail } = await trailOf('cap-anonymous-open', () => callAs(null, `${app.url}/odata/v4/open/FunctionalLocation`));
    await app.stop();
    assert.equal(answer.json.status, 502);
    for (const found of [idsOf(answer.json), idsOf(trail)]) {
      assert.ok(found.includes('user-token-absent'), JSON.stringify(trail.findings, null, 1));
      assert.ok(found.includes('user-lost-before-cap'));
      assert.ok(!found.includes('user-lost-inside-cap'));
    }
  });

  test('the same with a warm cache: user-token-absent-cached', async () => {
    const app = await landscape.cap(source);
    const { answer, trail } = await trailOf('cap-anonymous-cached', async () => {
      // A technical caller looks the destination up for the whole tenant, or an earlier anonymous
      // call did: the SDK then fails before it asks anybody.
      const alice = await landscape.login('password', 'alice');
      await callAs(await landscape.login('client_credentials'), `${app.url}/odata/v4/open/FunctionalLocation`);
      await callAs(alice, `${app.url}/odata/v4/open/FunctionalLocation`);
      return callAs(null, `${app.url}/odata/v4/open/FunctionalLocation`);
    });
    const log = app.log();
    await app.stop();
    assert.equal(answer.json.status, 502);
    assert.match(log, /no JWT found on the current request/);
    for (const found of [idsOf(answer.json), idsOf(trail)]) {
      assert.ok(found.includes('user-token-absent-cached'), JSON.stringify(trail.findings, null, 1));
    }
  });

  const variants = [
    { name: 'express-route', env: { PEER_VARIANT: 'express-route' }, path: '/ext/FunctionalLocation', as: 'bearer', place: 'user-lost-inside-cap' },
    { name: 'thread', env: { PEER_VARIANT: 'thread' }, path: '/endpoint/FunctionalLocation', as: 'bearer', place: 'user-lost-inside-cap' },
    { name: 'mocked-basic', env: { CDS_CONFIG: JSON.stringify({ requires: { auth: { kind: 'mocked' } } }) }, path: '/odata/v4/api/FunctionalLocation', as: 'basic', place: 'user-lost-before-cap' },
  ];
  for (const { name, env, path, as, place } of variants) {
    test(`${name}: ${place}`, async () => {
      const app = await landscape.cap(source, { env });
      const alice = await landscape.login('password', 'alice');
      const { answer, trail } = await trailOf(`cap-${name}`, () =>
        as === 'basic'
          ? landscape.ctl('call', 'GET', app.url + path, '--basic', 'alice', '--password-file', landscape.file('pw', 'alice'), '--json')
          : callAs(alice, app.url + path));
      await app.stop();
      assert.equal(answer.json?.status, 502, answer.stdout + answer.stderr + app.log());
      for (const [where, found] of [['call', answer.json], ['trail', trail]]) {
        assert.ok(idsOf(found).includes('user-token-absent'), `${where}: ${JSON.stringify(found.findings, null, 1)}`);
        assert.ok(idsOf(found).includes(place), `${where}: ${JSON.stringify(found.findings, null, 1)}`);
      }
    });
  }
});

describe('destinations that cannot be reached', () => {
  const withoutConnectivity = (bindings) => {
    delete bindings.VCAP_SERVICES.connectivity;
    return bindings;
  };
  const wrongSecret = (bindings) => {
    bindings.VCAP_SERVICES.destination[0].credentials.clientsecret = 'not-the-secret';
    return bindings;
  };
  const cases = [
    { finding: 'destination-not-found', options: { env: destination('NOPE') } },
    { finding: 'host-not-exposed', options: { env: destination('S4_PP_NOHOST') } },
    { finding: 'connectivity-binding-missing', options: { adapt: withoutConnectivity }, nothingFailed: true },
    { finding: 'destination-client-refused', options: { adapt: wrongSecret } },
  ];
  for (const { finding, options, nothingFailed } of cases) {
    test(finding, async () => {
      const app = await landscape.cap(source, options);
      const alice = await landscape.login('password', 'alice');
      const { answer, trail } = await trailOf(`cap-${finding}`, () => callAs(alice, `${app.url}/odata/v4/api/FunctionalLocation`));
      await app.stop();
      assert.equal(answer.json?.status, 502, answer.stdout + answer.stderr + app.log());
      for (const [where, found] of [['call', answer.json], ['trail', trail]]) {
        assert.ok(idsOf(found).includes(finding), `${where}: ${JSON.stringify(found.findings, null, 1)}`);
        // Where no hop failed, because none was tried, there is none to point at.
        if (!nothingFailed) assert.ok(idsOf(found).includes('remote-failure-hidden-as-502'), `${where}: ${JSON.stringify(found.findings, null, 1)}`);
      }
    });
  }
});
