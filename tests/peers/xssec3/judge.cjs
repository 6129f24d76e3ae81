// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// What @sap/xssec 3 makes of tokens: judge.cjs KEY TOKEN… prints one line of JSON a token. The key
// sets are fetched by this one process, so that it keeps them as an application does.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { promisify } = require('node:util');

const xssec = createRequire(process.env.PEER_MODULES + '/')('@sap/xssec');
const [keyFile, ...tokenFiles] = process.argv.slice(2);
const key = JSON.parse(readFileSync(keyFile, 'utf8'));

const judge = (token) =>
  new Promise((resolve) => {
    xssec.createSecurityContext(token, key, (error, context) => {
      if (error) return resolve({ error: error.message, status: error.statuscode });
      resolve({
        user: context.getGrantType() === 'client_credentials' ? null : context.getLogonName(),
        grant: context.getGrantType(),
        zone: context.getSubaccountId(),
        admin: context.checkLocalScope('admin'),
        country: context.hasAttributes?.() ? context.getAttribute('country') : undefined,
      });
    });
  });

(async () => {
  for (const file of tokenFiles) {
    const token = readFileSync(file, 'utf8').trim();
    const said = await judge(token);
    // The exchange that older applications do for the next service in the chain.
    if (said.user) {
      const ask = promisify(xssec.requests.requestUserToken);
      said.exchanged = await ask(token, key, null, null, null, said.zone).then(
        (next) => JSON.parse(Buffer.from(next.split('.')[1], 'base64url')).user_name,
        (error) => `failed: ${error.message}`,
      );
    }
    console.log(JSON.stringify(said));
  }
})();
