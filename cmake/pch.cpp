// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// Carries the precompiled header that the modules share; empty on purpose.
