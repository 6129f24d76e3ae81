// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// cds 10 without the Cloud SDK asks the Destination service by a client of its own: Basic at the
// token endpoint, the user's token beside the lookup, and no way to an on-premise system.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordTrail } from '../support/evidence.mjs';
import { Landscape, idsOf } from '../support/landscape.mjs';

const source = join(dirname(fileURLToPath(import.meta.url)), '../cap');
let landscape;
let alice;
before(async () => {
  landscape = await Landscape.start();
  alice = await landscape.login('password', 'alice');
});
after(() => landscape?.stop());

async function through(destination, use) {
  const config = {
    remote: { native_fetch: true },
    requires: { destinations: true, API_FUNCTIONALLOCATION: { credentials: { destination } } },
  };
  const app = await landscape.cap(source, { env: { CDS_CONFIG: JSON.stringify(config) } });
  try {
    await landscape.clearTrail();
    const { json } = await landscape.ctl('call', 'GET', `${app.url}/odata/v4/api/FunctionalLocation`, '--token-file', alice, '--json');
    await use(json, await landscape.trail(), app.log());
  } finally {
    await app.stop();
  }
}

describe('destinations of the internet', () => {
  const rows = [
    ['S4_BASIC', 'TECHUSER'],
    ['S4_CC', 'TECHUSER'],
    ['S4_UTE', 'ALICE'],
  ];
  for (const [destination, user] of rows) {
    test(`${destination}: the backend sees ${user}`, () =>
      through(destination, async (json, trail, log) => {
        assert.equal(json?.status, 200, JSON.stringify(json?.body) + log);
        assert.deepEqual([...new Set(JSON.parse(json.body).value.map((row) => row.LastChangedByUser))], [user]);
        const lookups = trail.hops.filter((hop) => hop.kind === 'destination');
        assert.equal(lookups.length, 1, JSON.stringify(lookups));
        assert.ok(!lookups[0].request.url.includes('skipTokenRetrieval'), lookups[0].request.url);
        assert.deepEqual(idsOf(json, 'error'), []);
      }));
  }
});

test('S4_PP: the native client asks DNS for the virtual host', () =>
  through('S4_PP', async (json, trail, log) => {
    assert.equal(json?.status, 502, JSON.stringify(json?.body) + log);
    assert.match(log, /ENOTFOUND|EAI_AGAIN|fetch failed/);
    assert.ok(!trail.hops.some((hop) => hop.kind === 'proxy' && !hop.expected), JSON.stringify(trail.hops));
    for (const found of [json, trail]) assert.equal(idsOf(found)[0], 'cloud-sdk-missing', JSON.stringify(found.findings, null, 1));
    recordTrail('native10-S4_PP-call', 'cloud-sdk-missing', 'recorded: @sap/cds 10.1.1 and its native client against the sandbox', json);
  }));
