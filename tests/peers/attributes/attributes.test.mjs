// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// Where-clauses over attributes of the user, in a real CAP application with a database: what each
// way of not fitting looks like, and what it is told to be.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordTrail } from '../support/evidence.mjs';
import { Landscape, idsOf, readJson } from '../support/landscape.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { version } = readJson(join(process.env.PEER_MODULES, '@sap/cds/package.json'));
const made = `recorded: @sap/cds ${version} with @cap-js/sqlite against the sandbox`;
let landscape;
let app;
before(async () => {
  landscape = await Landscape.start();
  app = await landscape.cap(join(here, 'app'));
});
after(() => landscape?.stop());

async function call(user, method, path, row) {
  const token = await landscape.login('password', user);
  await landscape.clearTrail();
  const body = row ? ['--data-file', landscape.file('row.json', JSON.stringify(row)), '--header', 'Content-Type: application/json'] : [];
  const { json, stdout, stderr } = await landscape.ctl('call', method, app.url + path, '--token-file', token, '--key', landscape.key, ...body, '--json');
  assert.ok(json, stdout + stderr);
  return json;
}

const keep = (id, cause, answer) => recordTrail(`cds10-${id}`, cause, made, answer, readJson(landscape.key));

describe('a condition on an attribute', () => {
  test('that the token has: rows come, a row is made, and nothing is found', async () => {
    const read = await call('bob', 'GET', '/shop/Orders');
    assert.equal(read.status, 200);
    assert.deepEqual(JSON.parse(read.body).value, [{ ID: 1, country: 'DE' }]);
    assert.deepEqual(idsOf(read), []);
    assert.equal((await call('bob', 'POST', '/shop/Orders', { ID: 3, country: 'DE' })).status, 201);
  });

  test('C23: that it lacks, reading: 200 with an empty list', async () => {
    const answer = await call('dave', 'GET', '/shop/Orders');
    assert.equal(answer.status, 200);
    assert.deepEqual(JSON.parse(answer.body).value, []);
    assert.equal(idsOf(answer)[0], 'attribute-missing-empty-result', JSON.stringify(answer.findings, null, 1));
    assert.deepEqual(idsOf(answer, 'error'), []);
    keep('C23-read', 'attribute-missing-empty-result', answer);
  });

  // CAP answers a missing role of an entity in the same words, so both are told.
  test('C23: that it lacks, creating: 403 that names nothing', async () => {
    const answer = await call('dave', 'POST', '/shop/Orders', { ID: 4, country: 'DE' });
    assert.equal(answer.status, 403);
    assert.match(answer.body, /"message":"Forbidden"/);
    assert.deepEqual(idsOf(answer), ['role-missing', 'attribute-missing-denied'], JSON.stringify(answer.findings, null, 1));
    keep('C23-create', 'role-missing attribute-missing-denied', answer);
  });

  test('C24: that has two values where it is compared with ">": 500', async () => {
    const roles = (...args) => landscape.ctl('roles', ...args, '--state', landscape.state);
    const steps = [
      ['create-role', 'tokentrail-sample', 'viewer', 'Two Levels', '--static', 'level=3,4', '--static', 'country=DE'],
      ['create', 'Two Levels'],
      ['add-role', 'Two Levels', 'Two Levels'],
      ['assign', 'Two Levels', 'dave'],
    ];
    for (const step of steps) {
      const { code, stderr } = await roles(...step);
      assert.equal(code, 0, `${step.join(' ')}: ${stderr}`);
    }
    for (const [method, row] of [['GET'], ['POST', { ID: 5 }]]) {
      const answer = await call('dave', method, '/shop/Approvals', row);
      assert.equal(answer.status, 500);
      assert.match(answer.body, /user attribute array must be used with operator/);
      assert.equal(idsOf(answer)[0], 'attribute-with-several-values', JSON.stringify(answer.findings, null, 1));
      if (!row) keep('C24', 'attribute-with-several-values', answer);
    }
  });
});
