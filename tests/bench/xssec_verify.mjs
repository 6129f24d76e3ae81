// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// What @sap/xssec itself needs for the same kind of token, its caches off: the number to hold
// beside bench_verify's. No limit belongs to it.
import { createSign, generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.env.PEER_MODULES, 'x.js'));
const { XsuaaService, Token } = require('@sap/xssec');
Token.disableDecodeCache();

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key-1' }];
const service = new XsuaaService(
  { clientid: 'sb-bookshop-sample!t1', xsappname: 'bookshop-sample!t1', uaadomain: 'authentication.example', url: 'https://dev.authentication.example' },
  { validation: { signatureCache: { enabled: false } } },
);
service.fetchJwks = async () => ({ keys });

function tokenOf(bytes) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (let scopes = 1; ; scopes++) {
    const claims = { zid: 'z', cid: 'sb-bookshop-sample!t1', user_name: 'alice@example.com', exp: Math.floor(Date.now() / 1000) + 43200,
      aud: ['sb-bookshop-sample!t1'], scope: Array.from({ length: scopes }, (_, i) => `bookshop-sample!t1.Scope${i}`) };
    const input = `${part({ alg: 'RS256', kid: 'key-1', typ: 'JWT' })}.${part(claims)}`;
    const token = `${input}.${createSign('sha256').update(input).sign(privateKey, 'base64url')}`;
    if (token.length >= bytes) return token;
  }
}

async function perCall(token) {
  const rounds = [];
  for (let round = 0; round < 7; round++) {
    const before = process.cpuUsage();
    for (let i = 0; i < 1000; i++) await service.createSecurityContext(token);
    const used = process.cpuUsage(before);
    rounds.push((used.user + used.system) / 1000);
  }
  return rounds.sort((a, b) => a - b)[3];
}

for (const bytes of [1600, 8000]) {
  const cost = await perCall(tokenOf(bytes));
  console.log(`${`@sap/xssec for a token of ${bytes / 1000} kB`.padEnd(44)} | ${cost.toFixed(2).padStart(10)} us |`);
}
