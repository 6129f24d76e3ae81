// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// The real Cloud SDK with each authentication type of the sandbox's destinations: as whom the
// backend sees the call, or why it never does.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordTrail } from '../support/evidence.mjs';
import { Landscape, idsOf, readJson } from '../support/landscape.mjs';

const source = dirname(fileURLToPath(import.meta.url));
const { version } = readJson(join(process.env.PEER_MODULES, '@sap/cds/package.json'));
const made = `recorded: @sap/cds ${version} with @sap-cloud-sdk 4.9.1 against the sandbox`;
const name = (id) => `sdk${version.split('.')[0]}-${id}`;
let landscape;
let alice;
before(async () => {
  landscape = await Landscape.start();
  alice = await landscape.login('password', 'alice');
});
after(async () => {
  await landscape?.stop();
});

async function through(destination, use) {
  const env = { CDS_CONFIG: JSON.stringify({ requires: { API_FUNCTIONALLOCATION: { credentials: { destination } } } }) };
  const app = await landscape.cap(source, { env });
  try {
    await landscape.clearTrail();
    const answer = await landscape.ctl('call', 'GET', `${app.url}/odata/v4/api/FunctionalLocation`, '--token-file', alice, '--json');
    await use(answer.json, await landscape.trail(), app.log());
  } finally {
    await app.stop();
  }
}

describe('destinations that work', () => {
  const rows = [
    ['S4_BASIC', 'TECHUSER'],
    ['S4_BASIC_OP', 'TECHUSER'],
    ['S4_CC', 'TECHUSER'],
    ['S4_UTE', 'ALICE'],
    ['S4_PP', 'ALICE'],
  ];
  for (const [destination, user] of rows) {
    test(`${destination}: the backend sees ${user}`, () =>
      through(destination, async (json, trail, log) => {
        assert.equal(json?.status, 200, JSON.stringify(json?.body) + log);
        assert.deepEqual([...new Set(JSON.parse(json.body).value.map((row) => row.LastChangedByUser))], [user]);
        assert.deepEqual(idsOf(json, 'error'), []);
        assert.deepEqual(idsOf(trail, 'error'), []);
        recordTrail(name(`${destination}-call`), 'none', made, json);
      }));
  }
});

describe('destinations that do not', () => {
  const rows = [
    ['S4_PP_BADLOC', 'location-id-unknown', /There is no SAP Cloud Connector|Request failed with status code 503/],
    ['S4_PP_NOHOST', 'host-not-exposed', /Access denied|Request failed with status code 403/],
    ['S4_PP_HTTPS', 'virtual-host-over-https', /HTTPS proxying is not supported|Request failed with status code 405|405/],
    ['S4_BADCC', 'destination-token-error', /tried to provide authorization tokens but failed in all cases/],
    ['S4_NOT_THERE', 'destination-not-found', /Failed to (?:load|fetch|resolve)/],
  ];
  for (const [destination, cause, log] of rows) {
    test(`${destination}: 502, ${cause}`, () =>
      through(destination, async (json, trail, said) => {
        assert.equal(json?.status, 502, JSON.stringify(json?.body) + said);
        assert.match(said, log);
        for (const found of [json, trail]) assert.equal(idsOf(found)[0], cause, JSON.stringify(found.findings, null, 1));
        recordTrail(name(`${destination}-call`), cause, made, json);
      }));
  }
});
