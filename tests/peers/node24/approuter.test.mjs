// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
import { approuterSuite } from '../approuter/suite.mjs';

approuterSuite({ version: 23, capModules: process.env.PEER_MODULES });
