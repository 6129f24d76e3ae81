// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// CPU of the server process for one client_credentials token over http with keep-alive: the
// sandbox against oauth2-mock-server, and both against OpenSSL's raw RS256 signature.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const modules = process.env.PEER_MODULES;
const dir = mkdtempSync(join(tmpdir(), 'tokentrail-bench-'));
const requests = 3000;

function cpuMicroseconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const ticksPerSecond = 100;
  return ((Number(fields[11]) + Number(fields[12])) * 1e6) / ticksPerSecond;
}

function post(agent, url, form) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent, method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => (response.statusCode === 200 ? resolve(JSON.parse(body)) : reject(new Error(`${response.statusCode} ${body}`))));
    });
    request.on('error', reject);
    request.end(form);
  });
}

async function perToken(pid, url, form) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
  const run = async (count) => {
    for (let sent = 0; sent < count; sent += 16) await Promise.all(Array.from({ length: 16 }, () => post(agent, url, form)));
  };
  await run(320); // warm
  const before = cpuMicroseconds(pid);
  await run(requests);
  const cost = (cpuMicroseconds(pid) - before) / requests;
  agent.destroy();
  return cost;
}

function signature() {
  const out = execFileSync('openssl', ['speed', '-seconds', '2', 'rsa2048'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  return 1e6 / Number(/rsa 2048 bits\s+\S+\s+\S+\s+([\d.]+)/.exec(out)[1]);
}

const children = [];
try {
  const sandbox = spawn(process.env.TOKENTRAILCTL, ['sandbox', 'run', '--state', join(dir, 'state'), '--http-port', '0', '--https-port', '0'],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, XDG_RUNTIME_DIR: dir } });
  children.push(sandbox);
  await once(createInterface({ input: sandbox.stdout }), 'line');
  const key = JSON.parse(execFileSync(process.env.TOKENTRAILCTL, ['sandbox', 'bindings', '--state', join(dir, 'state'), '--format', 'service-key', '--http'],
    { env: { ...process.env, XDG_RUNTIME_DIR: dir } }));
  const credentials = key.credentials ?? key;

  writeFileSync(join(dir, 'mock.mjs'), `import { OAuth2Server } from '${modules}/oauth2-mock-server/dist/index.mjs';
    const server = new OAuth2Server(); await server.issuer.keys.generate('RS256'); await server.start(0, '127.0.0.1'); console.log(server.issuer.url);`);
  const mock = spawn(process.execPath, [join(dir, 'mock.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(mock);
  const [mockUrl] = await once(createInterface({ input: mock.stdout }), 'line');

  const raw = signature();
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: credentials.clientid, client_secret: credentials.clientsecret }).toString();
  const ours = await perToken(sandbox.pid, `${credentials.url}/oauth/token`, form);
  const theirs = await perToken(mock.pid, `${mockUrl.replace('localhost', '127.0.0.1')}/token`, form);
  const row = (name, value, limit, ok) => console.log(`${name.padEnd(44)} | ${value.padStart(12)} | ${limit.padStart(14)} | ${ok ? 'ok' : 'TOO SLOW'}`);
  row('OpenSSL RS256 signature alone', `${raw.toFixed(1)} us`, '-', true);
  row('token endpoint beyond the signature', `${(ours - raw).toFixed(1)} us`, 'at most 25 us', ours - raw <= 25);
  row('oauth2-mock-server beyond the signature', `${(theirs - raw).toFixed(1)} us`, '-', true);
  row('oauth2-mock-server / token endpoint', `${(theirs / ours).toFixed(2)} x`, 'at least 2.7 x', theirs / ours >= 2.7);
} finally {
  for (const child of children) child.kill('SIGTERM');
  rmSync(dir, { recursive: true, force: true });
}
