// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// What one side signs the other must verify, and refuse once a single bit differs.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const jose = await import(pathToFileURL(join(process.env.PEER_MODULES, 'jose/dist/webapi/index.js')));
const dir = mkdtempSync(join(tmpdir(), 'tokentrail-jose-'));
after(() => rmSync(dir, { recursive: true }));

const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'HS256', 'HS384', 'HS512'];
const payload = 'no JSON, just bytes: äöü';

function file(name, content) {
  const path = join(dir, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function verify(key, compact) {
  const run = spawnSync(process.env.TOKENTRAILCTL, ['jws', 'verify', '--json', '--jwk', file('key.json', key), file('token', compact)], { encoding: 'utf8' });
  const answer = JSON.parse(run.stdout);
  assert.equal(run.status, answer.valid ? 0 : 1, run.stderr);
  return answer;
}

const sign = (algorithm, key, text) =>
  JSON.parse(execFileSync(process.env.TOKENTRAIL_SIGNER, [algorithm, key ? file('private.json', key) : '-', text], { encoding: 'utf8' }));

async function peerKeys(algorithm) {
  if (algorithm.startsWith('HS')) {
    const key = await jose.generateSecret(algorithm, { extractable: true });
    const jwk = await jose.exportJWK(key);
    return { key, privateJwk: jwk, publicJwk: jwk };
  }
  const { privateKey, publicKey } = await jose.generateKeyPair(algorithm, { extractable: true });
  return { key: privateKey, privateJwk: await jose.exportJWK(privateKey), publicJwk: await jose.exportJWK(publicKey) };
}

function withOneBitFlipped(compact, part) {
  const parts = compact.split('.');
  const bytes = Buffer.from(parts[part], 'base64url');
  bytes[bytes.length >> 1] ^= 1;
  parts[part] = bytes.toString('base64url');
  return parts.join('.');
}

for (const algorithm of algorithms) {
  test(`${algorithm}: what jose signs is verified here`, async () => {
    const { key, publicJwk } = await peerKeys(algorithm);
    const compact = await new jose.CompactSign(new TextEncoder().encode(payload)).setProtectedHeader({ alg: algorithm, kid: 'k' }).sign(key);
    assert.deepEqual(verify(publicJwk, compact).valid, true);
    assert.equal(verify({ keys: [{ kty: 'unknown' }, { ...publicJwk, kid: 'k' }] }, compact).valid, true);
    assert.equal(verify({ keys: [{ ...publicJwk, kid: 'other' }] }, compact).valid, false);
    assert.equal(verify({ ...publicJwk, use: 'enc' }, compact).valid, false);
    for (const part of [1, 2]) assert.equal(verify(publicJwk, withOneBitFlipped(compact, part)).valid, false);
    const stranger = await peerKeys(algorithm);
    assert.equal(verify(stranger.publicJwk, compact).valid, false);
    for (const other of algorithms.filter((name) => name !== algorithm)) assert.equal(verify({ ...publicJwk, alg: other }, compact).valid, false);
  });

  test(`${algorithm}: what is signed here with a key of jose is verified by jose`, async () => {
    const { privateJwk, publicJwk } = await peerKeys(algorithm);
    const { compact } = sign(algorithm, privateJwk, payload);
    const verified = await jose.compactVerify(compact, await jose.importJWK(publicJwk, algorithm));
    assert.equal(new TextDecoder().decode(verified.payload), payload);
    assert.equal(verified.protectedHeader.alg, algorithm);
    await assert.rejects(jose.compactVerify(withOneBitFlipped(compact, 2), await jose.importJWK(publicJwk, algorithm)));
  });

  if (!algorithm.startsWith('HS'))
    test(`${algorithm}: a key made here is understood by jose`, async () => {
      const { compact, key } = sign(algorithm, null, payload);
      assert.equal(Object.keys(key).includes('d'), false);
      const verified = await jose.compactVerify(compact, await jose.importJWK(key));
      assert.equal(new TextDecoder().decode(verified.payload), payload);
    });
}
