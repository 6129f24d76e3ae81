// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// Records what a real CAP application does against the sandbox, working and broken, as cases of
// tests/data/cases: RECORD=FOLDER tests/peers/run.sh cap tests/peers/cap/record.mjs
// Each call gives a case of its trail, one of the log that it left, and one of its answer where
// the answer says something.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir, homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Landscape } from '../support/landscape.mjs';

const source = dirname(fileURLToPath(import.meta.url));
const folder = process.env.RECORD;
mkdirSync(folder, { recursive: true });
const landscape = await Landscape.start();
const S4 = '/odata/v4/api/FunctionalLocation';
const OPEN = '/odata/v4/open/FunctionalLocation';
const WHO = '/odata/v4/api/whoami()';
const ADMIN = '/odata/v4/admin/ping()';
const config = (requires) => ({ CDS_CONFIG: JSON.stringify({ requires }) });
const to = (destination, more) => config({ API_FUNCTIONALLOCATION: { credentials: { destination } }, ...more });
const production = { NODE_ENV: 'production', CDS_CONFIG: JSON.stringify({ log: { format: 'json' } }) };
const without = (service) => (b) => (delete b.VCAP_SERVICES[service], b);
const spoil = (service, member, value) => (b) => ((b.VCAP_SERVICES[service][0].credentials[member] = value), b);

// No paths and no tokens of the machine that recorded.
const clean = (text) => text
  .replaceAll(landscape.dir, '/home/user')
  .replaceAll(process.env.PEER_MODULES, '/home/user/app/node_modules')
  .replaceAll(homedir(), '/home/user').replaceAll(tmpdir(), '/tmp')
  .replaceAll(/app-[A-Za-z0-9]{6}/g, 'app')
  .replaceAll(/eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)?/g, 'eyJ…')
  .replaceAll(/"(clientsecret|client_secret|password)":"[^"]*"/g, '"$1":"…"');

function write(name, cause, parts, heads = '') {
  const text = `cause: ${cause}\nmade: recorded from @sap/cds ${process.env.CDS_VERSION ?? '9.9.3'} against the sandbox by tests/peers/cap/record.mjs\n${heads}`
    + Object.entries(parts).map(([part, body]) => `--- ${part}\n${clean(body).trimEnd()}\n`).join('');
  writeFileSync(join(folder, `${name}.case`), text);
}

let number = 0;
async function record(name, cause, { as, path = S4, env = {}, adapt, faults = [], loginFaults = [], warm = [], json = false, logCause = cause, answerCause, basic, method = 'GET' }) {
  const app = await landscape.cap(source, { env: json ? { ...env, ...production, CDS_CONFIG: JSON.stringify({ ...JSON.parse(env.CDS_CONFIG ?? '{}'), log: { format: 'json' } }) } : env, adapt });
  try {
    for (const fault of loginFaults) await landscape.fault('set', fault);
    const token = as && (as === 'technical' ? await landscape.login('client_credentials') : as.includes('/') ? as : await landscape.login('password', as));
    await landscape.fault('clear');
    const arguments_ = (t) => (basic ? ['--basic', basic, '--password-file', landscape.file('pw', basic)] : t ? ['--token-file', t] : []);
    await landscape.clearTrail();
    for (const w of warm) await landscape.ctl('call', 'GET', app.url + (w.path ?? path), ...(w.as ? ['--token-file', await landscape.login('password', w.as)] : []), '--json');
    for (const fault of faults) await landscape.fault('set', fault);
    const before = app.log().length;
    const answer = await landscape.ctl('call', method, app.url + path, ...arguments_(token), '--json');
    await new Promise((r) => setTimeout(r, 150));
    const trail = await landscape.trail();
    write(`${name}.trail`, cause, { trail: JSON.stringify({ trails: trail.trails }, null, 0) });
    const log = app.log().slice(before);
    if (log.trim() && logCause) write(`${name}.log`, logCause, { log });
    if (answerCause && answer.json) write(`${name}.answer`, answerCause, { body: answer.json.body ?? '' }, `status: ${answer.json.status}\n`);
    console.log(++number, name, answer.json?.status);
  } catch (error) {
    console.log('FAILED', name, String(error.message).slice(0, 300));
  } finally {
    await landscape.fault('clear');
    await app.stop();
  }
}

const WORKS = { logCause: 'none', answerCause: 'none' };
for (const json of [false, true]) {
  const k = json ? 'json' : 'plain';
  // working
  await record(`works-pp-${k}`, 'none', { as: 'alice', json, ...WORKS });
  await record(`works-warm-${k}`, 'none', { as: 'alice', warm: [{ as: 'alice' }], json, ...WORKS });
  for (const d of ['S4_BASIC', 'S4_UTE', 'S4_CC', 'S4_BASIC_OP']) await record(`works-${d.toLowerCase()}-${k}`, 'none', { as: 'alice', env: to(d), json, ...WORKS });
  await record(`works-who-${k}`, 'none', { as: 'dave', path: WHO, json, ...WORKS });
  await record(`works-role-${k}`, 'none', { as: 'alice', path: ADMIN, json, ...WORKS });
  await record(`works-open-basic-${k}`, 'none', { path: OPEN, env: to('S4_BASIC'), json, ...WORKS });
  await record(`works-technical-${k}`, 'none', { as: 'technical', env: to('S4_CC'), json, ...WORKS });
  // the token of the call
  await record(`no-token-${k}`, 'no-token', { path: WHO, json, logCause: null });
  await record(`expired-${k}`, 'token-expired', { as: 'alice', path: WHO, loginFaults: ['xsuaa.clock-offset=-90000'], json });
  await record(`signature-${k}`, 'signature-invalid', { as: 'alice', path: WHO, loginFaults: ['xsuaa.rogue-key'], json });
  await record(`unknown-key-${k}`, 'key-id-unknown', { as: 'alice', path: WHO, loginFaults: ['xsuaa.unknown-key-id=nope'], json });
  await record(`audience-${k}`, 'audience-mismatch', { as: 'alice', path: WHO, loginFaults: ['xsuaa.wrong-audience=sb-other!t2'], json });
  await record(`zone-${k}`, 'zone-refused', { as: 'alice', path: WHO, loginFaults: ['xsuaa.wrong-zone=00000000-0000-0000-0000-00000000dead'], json });
  await record(`no-scope-${k}`, 'scope-claim-missing', { as: 'alice', path: WHO, loginFaults: ['xsuaa.no-scope-claim'], json });
  await record(`jwks-500-${k}`, 'jwks-bad-answer', { as: 'alice', path: WHO, faults: ['xsuaa.jwks-status=500'], json });
  await record(`jwks-404-${k}`, 'jwks-bad-answer', { as: 'alice', path: WHO, faults: ['xsuaa.jwks-status=404'], json });
  await record(`garbage-${k}`, 'token-malformed', { as: landscape.file('garbage', 'abc.def'), path: WHO, json });
  await record(`basic-${k}`, 'basic-credentials-to-token-service', { basic: 'alice', path: WHO, json });
  await record(`role-${k}`, 'role-missing', { as: 'bob', path: ADMIN, json, answerCause: 'role-missing' });
  await record(`technical-role-${k}`, 'technical-token-where-user-needed', { as: 'technical', path: ADMIN, json, answerCause: 'technical-token-where-user-needed' });
  // on the way to a destination
  const lost = 'user-lost-before-cap user-token-absent';
  await record(`anonymous-${k}`, lost, { path: OPEN, json, logCause: 'user-token-absent' });
  await record(`anonymous-ute-${k}`, lost, { path: OPEN, env: to('S4_UTE'), json, logCause: 'user-token-absent' });
  await record(`anonymous-saml-${k}`, lost, { path: OPEN, env: to('S4_SAML'), json, logCause: 'user-token-absent' });
  await record(`technical-pp-${k}`, 'technical-caller-on-user-destination', { as: 'technical', json, logCause: null });
  await record(`technical-ute-${k}`, 'technical-caller-on-user-destination', { as: 'technical', env: to('S4_UTE'), json });
  await record(`not-found-${k}`, 'destination-not-found', { as: 'alice', env: to('NOPE'), json });
  await record(`bad-location-${k}`, 'location-id-unknown', { as: 'alice', env: to('S4_PP_BADLOC'), json });
  await record(`no-host-${k}`, 'host-not-exposed', { as: 'alice', env: to('S4_PP_NOHOST'), json });
  await record(`https-${k}`, 'virtual-host-over-https', { as: 'alice', env: to('S4_PP_HTTPS'), json });
  await record(`bad-cc-${k}`, 'destination-token-error', { as: 'alice', env: to('S4_BADCC'), json });
  await record(`connector-down-${k}`, 'cloud-connector-not-connected', { as: 'alice', faults: ['proxy.cloud-connector-down'], json });
  await record(`path-${k}`, 'path-not-exposed', { as: 'alice', faults: ['proxy.path-not-exposed'], json });
  await record(`distrusts-${k}`, 'cloud-connector-refuses-token', { as: 'alice', faults: ['proxy.cloud-connector-distrusts'], json });
  await record(`backend-down-${k}`, 'backend-unreachable', { as: 'alice', faults: ['backend.unavailable'], json });
  await record(`backend-down-basic-${k}`, 'backend-unreachable', { as: 'alice', env: to('S4_BASIC'), faults: ['backend.unavailable'], json });
  await record(`login-page-${k}`, 'backend-login-page', { as: 'alice', faults: ['backend.login-page'], json });
  await record(`unmapped-${k}`, 'backend-user-not-mapped', { as: 'bob', json });
  await record(`unauthorised-${k}`, 'backend-role-missing', { as: 'carol', json });
  await record(`destination-503-${k}`, 'destination-service-unavailable', { as: 'alice', faults: ['destination.unavailable'], json });
  await record(`destination-refused-${k}`, 'destination-client-refused', { as: 'alice', faults: ['destination.client-refused'], json });
  await record(`xsuaa-503-${k}`, 'token-endpoint-unavailable', { as: 'alice', faults: ['xsuaa.token-status=503'], json });
  await record(`wrong-secret-${k}`, 'destination-client-refused', { as: 'alice', adapt: spoil('destination', 'clientsecret', 'not-it'), json });
  await record(`wrong-connectivity-secret-${k}`, 'connectivity-client-refused', { as: 'alice', adapt: spoil('connectivity', 'clientsecret', 'not-it'), json });
  await record(`no-connectivity-${k}`, 'connectivity-binding-missing', { as: 'alice', adapt: without('connectivity'), json });
  await record(`no-destination-${k}`, 'destination-binding-missing', { as: 'alice', adapt: without('destination'), json });
  await record(`exchange-${k}`, 'token-endpoint-unavailable', { as: 'alice', env: to('S4_UTE'), faults: ['xsuaa.token-status=500'], json });
  await record(`jwks-host-${k}`, 'jwks-unreachable', { as: 'alice', path: WHO, adapt: spoil('xsuaa', 'uaadomain', '127.0.0.1:9'), json });
  await record(`jwks-scheme-${k}`, 'jwks-wrong-scheme', { as: 'alice', path: WHO, adapt: spoil('xsuaa', 'uaadomain', 'http://127.0.0.1:9'), json });
  await record(`wrapped-${k}`, 'binding-wrapped-twice', { as: 'alice', path: WHO, adapt: (b) => ((b.VCAP_SERVICES.xsuaa[0].credentials = { credentials: b.VCAP_SERVICES.xsuaa[0].credentials }), b), json, ...{} });
  await record(`untrusted-${k}`, 'jwks-untrusted-certificate', { as: 'alice', path: WHO, env: { NODE_EXTRA_CA_CERTS: '' }, json });
}
for (const [variant, path] of [['express-route', '/ext/FunctionalLocation'], ['thread', '/endpoint/FunctionalLocation']])
  await record(`variant-${variant}`, 'user-lost-inside-cap', { as: 'alice', path, env: { PEER_VARIANT: variant }, logCause: 'user-token-absent' });
await record('mocked-basic', 'user-lost-before-cap', { basic: 'alice', env: config({ auth: { kind: 'mocked' } }), logCause: 'user-token-absent' });
await record('mocked-bearer', 'bearer-token-to-basic-service', { as: 'alice', env: config({ auth: { kind: 'mocked' } }), logCause: null });
await record('mocked-wrong-password', 'basic-credentials-refused', { basic: 'alice', env: config({ auth: { kind: 'basic', users: { alice: { password: 'other' } } } }), logCause: null });
await landscape.stop();
