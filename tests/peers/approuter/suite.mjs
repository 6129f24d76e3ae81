// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// A real approuter in front of a real CAP application: whole logins, and everything that can go
// wrong on the way. `version` is the approuter's; 23 demands state and PKCE, 21 only when asked.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browser } from '../support/browser.mjs';
import { asText, linesOf, mustName, recordTrail } from '../support/evidence.mjs';
import { Landscape, idsOf } from '../support/landscape.mjs';

const here = dirname(fileURLToPath(import.meta.url));

export function approuterSuite({ version, capModules }) {
  const made = `recorded: @sap/approuter ${version} in front of a CAP application, with the sandbox`;
  const name = (id) => `approuter${version}-${id}`;
  const withState = { STATE_PARAMETER_SECRET: 'some-secret' }; // 23 needs none
  let landscape;
  let srv;
  let front; // the approuter of the healthy landscape

  // Destinations of the environment, as a local approuter has them.
  const destinations = (more = []) => [
    { name: 'srv', url: srv.url, forwardAuthToken: true },
    { name: 'bare', url: srv.url },
    ...more,
  ];
  const start = (options = {}) =>
    landscape.approuter(join(here, 'app'), { destinations: destinations(), ...options, env: { ...withState, ...options.env } });
  const onlyXsuaa = (change = () => {}) => (bindings) => {
    const { xsuaa } = bindings.VCAP_SERVICES;
    change(xsuaa[0].credentials);
    return { destinations: destinations([{ name: 'S4_PP', url: srv.url }]), VCAP_SERVICES: { xsuaa } };
  };
  const browser = () => new Browser({ ca: landscape.endpoints.ca });
  const me = '/odata/v4/api/whoami()';

  async function withApprouter(options, use) {
    const approuter = await start(options);
    try {
      return await use(approuter);
    } finally {
      await approuter.stop();
    }
  }

  before(async () => {
    landscape = await Landscape.start();
    srv = await landscape.cap(join(here, '../cap'), { modules: capModules });
    front = await start();
  });
  after(async () => {
    await landscape?.stop();
  });

  describe('a login that works', () => {
    let alice;
    before(async () => {
      await landscape.clearTrail();
      alice = browser();
    });

    test('goes over code and PKCE, and CAP sees alice with her role', async () => {
      const answer = await alice.login(front.url + me, 'alice');
      assert.equal(answer.status, 200, asText(answer) + front.log());
      const user = JSON.parse(JSON.parse(answer.body).value);
      assert.equal(user.id, 'alice');
      assert.ok(user.roles.includes('admin'));
      const { pathname, searchParams } = new URL(alice.seen.find((one) => one.url.includes('/oauth/authorize')).url);
      assert.equal(pathname, '/oauth/authorize');
      assert.equal(searchParams.get('code_challenge_method'), 'S256');
      assert.ok(searchParams.get('state'));
      const callback = alice.seen.find((one) => one.url.includes('/login/callback'));
      assert.equal(new URL(callback.url).searchParams.get('state'), searchParams.get('state'));
    });

    test('its trail tells the code, and has no finding', async () => {
      const trail = await landscape.trail();
      const grants = trail.hops.filter((hop) => hop.kind === 'token');
      assert.ok(grants.some((hop) => hop.subject.name === 'alice' && hop.from === 'approuter'), JSON.stringify(grants, null, 1));
      assert.ok(trail.hops.some((hop) => hop.kind === 'authorize'));
      assert.deepEqual(idsOf(trail, 'error'), []);
    });

    test('the user API says who alice is, with her attributes', async () => {
      const user = JSON.parse((await alice.open(`${front.url}/user-api/currentUser`)).body);
      assert.equal(user.name, 'alice');
      assert.deepEqual(user.scopes?.filter((scope) => scope.endsWith('.admin')).length, 1, JSON.stringify(user));
      const attributes = JSON.parse((await alice.open(`${front.url}/user-api/attributes`)).body);
      assert.deepEqual(attributes.country, ['DE', 'AT'], JSON.stringify(attributes));
    });

    test('a route with a scope lets her through', async () => {
      assert.equal((await alice.open(`${front.url}/scoped/api/whoami()`)).status, 200);
    });

    test('a login over http alone needs no CA', async () => {
      await withApprouter({ bindings: ['--http'], adapt: onlyXsuaa(), env: { NODE_EXTRA_CA_CERTS: undefined } }, async (approuter) => {
        const answer = await browser().login(approuter.url + me, 'alice');
        assert.equal(answer.status, 200, asText(answer) + approuter.log());
        assert.equal(JSON.parse(JSON.parse(answer.body).value).id, 'alice');
      });
    });

    test('PrincipalPropagation behind CAP arrives as ALICE', async () => {
      const answer = await alice.open(`${front.url}/odata/v4/api/FunctionalLocation`);
      assert.equal(answer.status, 200, asText(answer) + srv.log());
      assert.deepEqual([...new Set(JSON.parse(answer.body).value.map((row) => row.LastChangedByUser))], ['ALICE']);
    });

    test('the logout ends both sessions, and the next page asks who signs in', async () => {
      const bye = await alice.open(`${front.url}/do/logout`);
      assert.equal(bye.status, 200, asText(bye));
      assert.match(bye.body, /Goodbye/);
      assert.ok(alice.seen.some((one) => one.url.includes('/logout.do') && one.status === 302));
      assert.match((await alice.open(front.url + me)).body, /Who signs in/);
    });

    test('another user logs in without the first one', async () => {
      const answer = await browser().login(front.url + me, 'bob');
      assert.equal(JSON.parse(JSON.parse(answer.body).value).id, 'bob');
    });

    test('a route of authenticationType basic logs in with the password grant', async () => {
      const authorization = `Basic ${Buffer.from('bob:bob').toString('base64')}`;
      const answer = await browser().request('GET', `${front.url}/basic/api/whoami()`, { headers: { authorization } });
      assert.equal(answer.status, 200, asText(answer));
      assert.equal(JSON.parse(JSON.parse(answer.body).value).id, 'bob');
    });

    test('x-approuter-authorization needs no session', async () => {
      const file = await landscape.login('password', 'alice');
      const answer = await landscape.ctl('call', 'GET', front.url + me, '--header', `x-approuter-authorization: Bearer ${landscape.read(file)}`, '--json');
      assert.equal(answer.json?.status, 200, answer.stdout + answer.stderr);
      assert.equal(JSON.parse(JSON.parse(answer.json.body).value).id, 'alice');
      assert.deepEqual(idsOf(answer.json, 'error'), []);
    });

    test('a session whose token came to its end is renewed with the refresh token', async () => {
      // The approuter takes two minutes off, and renews five minutes before that (JWT_REFRESH).
      await landscape.fault('set', 'xsuaa.token-life=423');
      const refreshing = browser();
      await refreshing.login(front.url + me, 'alice');
      await landscape.fault('clear');
      await landscape.clearTrail();
      const renewed = async () => (await landscape.trail()).hops.find((hop) => hop.notes?.grant === 'refresh_token');
      for (let tries = 0; tries < 60 && !(await renewed()); ++tries) await pause(200);
      const hop = await renewed();
      assert.ok(hop, front.log().slice(-2000));
      assert.equal(hop.response.status, 200);
      assert.equal(hop.from, 'approuter');
      assert.equal((await refreshing.open(front.url + me)).status, 200);
      assert.deepEqual(idsOf(await landscape.trail(), 'error'), []);
    });
  });

  test('a destination of the Destination service carries alice to the backend', async () => {
    await landscape.clearTrail();
    const answer = await browser().login(`${front.url}/s4/FunctionalLocation?$format=json`, 'alice');
    assert.equal(answer.status, 200, asText(answer) + front.log());
    assert.deepEqual([...new Set(JSON.parse(answer.body).d.results.map((row) => row.LastChangedByUser))], ['ALICE']);
    const trail = await landscape.trail();
    assert.deepEqual(idsOf(trail, 'error'), []);
    assert.ok(trail.hops.some((hop) => hop.kind === 'backend' && hop.subject.name === 'alice'));
  });

  // One row of the catalogue: the answer and the log line are the approuter's as written there, and
  // the finding is named by each kind of evidence that has it.
  function failure({ id, what, cause, status, reason, body, log, options, use, trail, alone }) {
    test(`${id} ${what}: ${status}, ${cause}`, async () => {
      const run = async (approuter) => {
        await landscape.clearTrail();
        const before = approuter.log().length;
        const answer = await use(approuter);
        await pause(50); // the log comes through a pipe
        const said = approuter.log().slice(before);
        assert.equal(answer.status, status, asText(answer) + said);
        if (reason) assert.match(answer.reason, reason, asText(answer) + said);
        if (body) assert.match(answer.body, body, asText(answer) + said);
        if (log) assert.match(said, log, asText(answer));
        await mustName(landscape, { name: name(id), cause, made, answer, log: log && linesOf(said, log), alone });
        if (trail) {
          const seen = await landscape.trail();
          assert.ok(idsOf(seen).includes(cause), `trail: ${JSON.stringify(seen.findings, null, 1)}`);
        }
      };
      return options ? withApprouter(options, run) : run(front);
    });
  }

  // The answer of the approuter to the callback, and what comes before it as alice does it.
  const callbackOf = async (approuter, alice, change = (url) => url) => {
    const { url } = await alice.login(approuter.url + me, 'alice', { stopAt: /login\/callback/ });
    return alice.request('GET', change(url));
  };

  describe('failures of the catalogue', () => {
    failure({
      id: 'A1', what: 'a redirect address that is not registered', cause: 'redirect-uri-not-registered',
      status: 400, body: /does not match one of the registered values/, trail: true,
      use: async (approuter) => {
        const alice = browser();
        const page = await alice.request('GET', approuter.url + me, { headers: { 'x-forwarded-host': 'app.example.com' } });
        return alice.open(alice.follow(page));
      },
    });
    failure({
      id: 'A2', what: 'a client that nobody knows', cause: 'client-unknown',
      status: 401, body: /No client with requested id/, trail: true,
      options: { adapt: onlyXsuaa((key) => (key.clientid = 'sb-gone!t1')) },
      use: (approuter) => browser().open(approuter.url + me),
    });
    failure({
      id: 'A4', what: 'a wrong client secret', cause: 'client-secret-refused',
      status: 500, log: /Could not obtain access token: request to authentication service at .* failed.*Bad credentials/, trail: true, alone: ['log'],
      options: { adapt: onlyXsuaa((key) => (key.clientsecret = 'rotated')) },
      use: (approuter) => callbackOf(approuter, browser()),
    });
    failure({
      id: 'A5', what: 'a CA that is not trusted', cause: 'tls-untrusted',
      status: 500, log: /self-signed certificate in certificate chain|unable to verify the first certificate/, alone: ['log'],
      options: { adapt: onlyXsuaa(), env: { NODE_EXTRA_CA_CERTS: undefined } },
      use: (approuter) => callbackOf(approuter, browser()),
    });
    failure({
      id: 'A6', what: 'the person presses Cancel', cause: 'login-denied',
      status: 500, log: /access_denied/, alone: ['log'],
      use: async (approuter) => {
        const alice = browser();
        return alice.submit(await alice.open(approuter.url + me), { cancel: '1' });
      },
    });
    failure({
      id: 'A7', what: 'a callback without cookies', cause: 'callback-without-state-or-cookie',
      status: 400, reason: version === 21 ? /Cookies are missing/ : /State parameter is missing/, log: /Cookies are missing|State parameter is missing/, alone: ['log', 'body'],
      ...(version === 21 ? { options: { env: { STATE_PARAMETER_SECRET: undefined } } } : {}),
      use: (approuter) => browser().request('GET', `${approuter.url}/login/callback?code=abc`),
    });
    failure({
      id: 'A8', what: 'a state that nobody gave', cause: 'callback-without-state-or-cookie',
      status: 401, log: /State parameter WRONG|PKCE code_verifier not found/, alone: ['log'],
      use: (approuter) => callbackOf(approuter, browser(), (url) => url.replace(/state=[^&]*/, 'state=WRONG')),
    });
    failure({
      id: 'A9', what: 'a cookie that was changed', cause: 'callback-without-state-or-cookie',
      status: 400, reason: /Signature does not match/, log: /Signature does not match/, alone: ['log', 'body'],
      use: async (approuter) => {
        const alice = browser();
        const { url } = await alice.login(approuter.url + me, 'alice', { stopAt: /login\/callback/ });
        alice.setCookie(url, 'signature=wrong');
        return alice.request('GET', url);
      },
    });
    failure({
      id: 'A10', what: 'a session cookie that another program on this host overwrote', cause: 'session-cookie-overwritten',
      status: 401, reason: /Session cookie validation failed/, log: /Session cookie does not match expected value for state/, alone: ['log', 'body'],
      use: async (approuter) => {
        const alice = browser();
        const { url } = await alice.login(approuter.url + me, 'alice', { stopAt: /login\/callback/ });
        alice.setCookie(url, 'JSESSIONID=of-another-program');
        return alice.request('GET', url);
      },
    });
    failure({
      id: 'A11', what: 'a scope of the route that bob lacks', cause: 'route-scope-missing',
      status: 403, body: /^Forbidden$/, log: /You do not have the required scopes to access this resource/, alone: ['log', 'body'],
      use: (approuter) => browser().login(`${approuter.url}/scoped/api/whoami()`, 'bob'),
    });
    failure({
      id: 'A12', what: 'a script without a session', cause: 'session-expired',
      status: 401, body: /^Unauthorized$/, log: /Authentication required/, alone: ['log'],
      use: (approuter) => browser().request('GET', approuter.url + me, { headers: { 'x-requested-with': 'XMLHttpRequest', accept: 'application/json' } }),
    });
    failure({
      id: 'A12-page', what: 'a client that takes the page of the login for data', cause: 'session-expired',
      status: 200, body: /locationAfterLogin/, alone: ['body'],
      use: (approuter) => browser().request('GET', approuter.url + me, { headers: { accept: 'application/json' } }),
    });
    failure({
      id: 'A13', what: 'a POST without the token against forgery', cause: 'csrf-token-missing',
      status: 403, log: /does not contain a x-csrf-token/, alone: ['log', 'body'],
      use: async (approuter) => {
        const alice = browser();
        await alice.login(approuter.url + me, 'alice');
        return alice.request('POST', `${approuter.url}/odata/v4/api/FunctionalLocation`, { headers: { 'content-type': 'application/json' }, body: '{}' });
      },
    });
    failure({
      id: 'A16', what: 'a key without a secret', cause: 'binding-incomplete',
      status: 500, log: /OAuth2 requires clientsecret or certificate/, alone: ['log'],
      options: { adapt: onlyXsuaa((key) => delete key.clientsecret) },
      use: (approuter) => browser().request('GET', approuter.url + me),
    });
    failure({
      id: 'A17', what: 'x-approuter-authorization with a key without uaadomain', cause: 'binding-incomplete',
      status: 401, log: /XsuaaService is missing the properties uaadomain/, alone: ['log'],
      options: { bindings: ['--http'], adapt: onlyXsuaa(() => {}) },
      use: async (approuter) => {
        const token = landscape.read(await landscape.login('password', 'alice'));
        return browser().request('GET', approuter.url + me, { headers: { 'x-approuter-authorization': `Bearer ${token}` } });
      },
    });
  });

  describe('failures that call sees for itself', () => {
    const callAs = async (user, path, ...more) => {
      const person = browser();
      await person.login(front.url + me, user);
      const cookie = [...person.cookies(front.url)].map(([key, value]) => `${key}=${value}`).join('; ');
      return landscape.ctl('call', 'GET', front.url + path, '--header', `Cookie: ${cookie}`, ...more, '--json');
    };
    const rows = [
      { id: 'A3', user: 'alice', path: '/bare/api/whoami()', status: 401, cause: 'route-does-not-forward-token' },
      { id: 'A11', user: 'bob', path: '/scoped/api/whoami()', status: 403, cause: 'route-scope-missing' },
    ];
    for (const { id, user, path, status, cause } of rows) {
      test(`${id}: ${status}, ${cause}`, async () => {
        const { json, stderr } = await callAs(user, path);
        assert.equal(json?.status, status, stderr + JSON.stringify(json));
        assert.equal(idsOf(json)[0], cause, JSON.stringify(json, null, 1));
        recordTrail(name(`${id}-call`), cause, made, json);
      });
    }

    test('A14: a basic route without and with a wrong password: 401', async () => {
      const without = await browser().request('GET', `${front.url}/basic/api/whoami()`);
      assert.equal(without.status, 401);
      assert.match(without.headers['www-authenticate'], /^Basic realm=/);
      await landscape.clearTrail();
      const wrong = await browser().request('GET', `${front.url}/basic/api/whoami()`, { headers: { authorization: `Basic ${Buffer.from('bob:nope').toString('base64')}` } });
      assert.equal(wrong.status, 401);
      assert.equal(wrong.headers['www-authenticate'], undefined);
      assert.ok(idsOf(await landscape.trail()).length > 0);
    });
  });

  // What ends the approuter, or makes its first answer a failure: 21 looks at some of its
  // configuration only when it is needed.
  describe('failures of the configuration', () => {
    const without = (label) => (bindings) => {
      delete bindings.VCAP_SERVICES[label];
      return bindings;
    };
    const key = (change) => (bindings) => {
      change(bindings.VCAP_SERVICES.xsuaa[0].credentials);
      return bindings;
    };
    const untyped = ({ routes, ...rest }) => ({ ...rest, routes: routes.filter((one) => one.authenticationType !== 'xsuaa') });
    const rows = [
      { id: 'A15-no-uaa', cause: 'binding-not-found-by-kind', log: /No UAA service found/, adapt: without('xsuaa') },
      { id: 'A15-no-url', cause: 'binding-incomplete', log: /Missing required property: url/, adapt: key((one) => delete one.url) },
      { id: 'A15-relative-url', cause: 'binding-incomplete', log: /Format validation failed \(URI must be absolute\)/, adapt: key((one) => (one.url = 'authentication.example.com')) },
      { id: 'A15-shared', cause: 'tenant-host-pattern-missing', log: /TENANT_HOST_PATTERN is not set/, adapt: key((one) => (one.tenantmode = 'shared')) },
      { id: 'A15-destination', cause: 'destination-not-found', log: /Route references unknown destination/, adapt: without('destination') },
      { id: 'A15-lazy-no-uaa', cause: 'binding-not-found-by-kind', log: /OAuth2 requires "clientid" option/, adapt: without('xsuaa'), edit: untyped },
      { id: 'A15-lazy-shared', cause: 'tenant-host-pattern-missing', log: /TENANT_HOST_PATTERN is not defined for tenant-mode shared/, adapt: key((one) => (one.tenantmode = 'shared')), edit: untyped },
      {
        id: 'D80', cause: 'destination-client-refused', log: /Error getting client_credentials token for destination/,
        adapt: (bindings) => {
          bindings.VCAP_SERVICES.destination[0].credentials.clientsecret = 'rotated';
          return bindings;
        },
      },
    ];
    for (const { id, cause, log, adapt, edit } of rows) {
      test(`${id}: ${cause}`, async () => {
        const said = await start({ adapt, edit }).then(
          async (one) => {
            for (let tries = 0; tries < 20 && !log.test(one.log()); ++tries) {
              await browser().request('GET', one.url + me).catch(() => {}); // it may have ended
              await pause(100);
            }
            await one.stop();
            return one.log();
          },
          (error) => error.log);
        assert.match(said, log);
        await mustName(landscape, { name: name(id), cause, made, log: linesOf(said, log) });
      });
    }
  });

  describe('on the way to a destination', () => {
    const s4 = '/s4/FunctionalLocation?$format=json';
    const faults = [
      { id: 'D78', cause: 'connectivity-binding-missing', status: 500, log: /connectivity service is not bound/, adapt: (bindings) => (delete bindings.VCAP_SERVICES.connectivity, bindings) },
      { id: 'D81', fault: 'destination.unavailable', cause: 'destination-service-unavailable', status: 500, log: /Error while retrieving destination/ },
      { id: 'D45', fault: 'proxy.cloud-connector-down', cause: 'cloud-connector-not-connected', status: 503, trail: true },
      { id: 'D47', fault: 'proxy.host-not-exposed', cause: 'host-not-exposed', status: 403, trail: true },
      { id: 'D57', user: 'bob', cause: 'backend-user-not-mapped', status: 401, trail: true },
    ];
    for (const { id, fault, user = 'alice', cause, status, log, adapt, trail } of faults) {
      failure({
        id, what: fault ?? user, cause, status, log, trail, alone: log ? ['log'] : [],
        ...(adapt ? { options: { adapt } } : {}),
        use: async (approuter) => {
          const person = browser();
          await person.login(approuter.url + me, user);
          if (fault) await landscape.fault('set', fault);
          try {
            return await person.open(approuter.url + s4);
          } finally {
            if (fault) await landscape.fault('clear');
          }
        },
      });
    }
  });
}
