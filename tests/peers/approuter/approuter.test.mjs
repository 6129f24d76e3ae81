// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { approuterSuite } from './suite.mjs';

approuterSuite({ version: 21, capModules: join(process.env.TOKENTRAIL_PEERS, 'cap/node_modules') });
