// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// A real browser in front of a real approuter: its cookies, its scripts, its redirects.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Chromium } from '../support/chromium.mjs';
import { Landscape, idsOf } from '../support/landscape.mjs';

const here = dirname(fileURLToPath(import.meta.url));
let landscape;
let front;
let chromium;
before(async () => {
  landscape = await Landscape.start();
  const srv = await landscape.cap(join(here, '../cap'));
  front = await landscape.approuter(join(here, '../approuter/app'), {
    destinations: [
      { name: 'srv', url: srv.url, forwardAuthToken: true },
      { name: 'bare', url: srv.url },
    ],
  });
  chromium = await Chromium.start();
});
after(async () => {
  await chromium?.stop();
  await landscape?.stop();
});

const me = '/odata/v4/api/whoami()';

test('alice clicks her card and is alice in the CAP application', async () => {
  await chromium.open(front.url + me);
  await chromium.until(`document.title.startsWith('Sign in')`);
  await chromium.evaluate(`[...document.querySelectorAll('.card')].find((card) => card.innerText.includes('alice')).click()`);
  const shown = await chromium.until(`location.pathname === ${JSON.stringify(me)} && document.body?.innerText.includes('@odata.context') && document.body.innerText`);
  assert.match(shown, /alice/);
  assert.match(shown, /admin/);
  const trail = await landscape.trail();
  assert.deepEqual(idsOf(trail, 'error'), []);
  assert.ok(trail.hops.some((hop) => hop.kind === 'authorize' && hop.from === 'browser'), JSON.stringify(trail.hops.map(({ kind, from }) => [kind, from])));
});

test('the logout ends it: the next page asks who signs in, and a password will do', async () => {
  await chromium.open(`${front.url}/do/logout`);
  await chromium.until(`document.body?.innerText.includes('Goodbye')`);
  await chromium.open(front.url + me);
  await chromium.until(`document.title.startsWith('Sign in')`);
  await chromium.evaluate(`(() => {
    const form = document.querySelector('form.fields');
    form.username.value = 'bob';
    form.password.value = 'bob';
    form.querySelector('button').click();
  })()`);
  const shown = await chromium.until(`location.pathname === ${JSON.stringify(me)} && document.body?.innerText.includes('@odata.context') && document.body.innerText`);
  assert.match(shown, /bob/);
});

test('the system browser logs bob in for the command line, and comes back to it', async () => {
  const login = landscape.begin('login', '--key', landscape.key, '--grant', 'authorization_code', '--no-browser', '--timeout', '60', '--json');
  const url = await login.said(/log in with a browser at (\S+)/);
  await chromium.open(`${front.url}/do/logout`); // whoever was logged in before is not asked
  await chromium.until(`document.body?.innerText.includes('Goodbye')`);
  await chromium.open(url);
  await chromium.until(`document.title.startsWith('Sign in')`);
  await chromium.evaluate(`[...document.querySelectorAll('.card')].find((card) => card.innerText.includes('bob')).click()`);
  await chromium.until(`document.body?.innerText.includes('You are logged in')`);
  const { code, json } = await login.ended();
  assert.equal(code, 0);
  assert.equal(json.token.claims.user_name, 'bob');
  assert.equal(json.token.claims.grant_type, 'authorization_code');
  const kinds = json.hops.map(({ kind }) => kind);
  assert.ok(kinds.includes('callback') && kinds.includes('token'), kinds.join(' '));
});
