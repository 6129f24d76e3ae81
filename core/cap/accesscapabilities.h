// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/accesschecks.h"

namespace tokentrail::cap {

// Which annotations are asked for: an auto-exposed child that bears one itself speaks for itself.
enum class RelevantFor : quint8 { Authorization, Readonly, Insertonly };

// The entity whose annotations count: the target, or for composition children without own ones
// an ancestor, or the right-most step of the path that is exposed on purpose; null: nobody's.
const Definition *relevantEntity(const Access &access, RelevantFor annotations);

// @readonly, @insertonly, @Capabilities, auto-exposed entities: 405 whoever asks.
Verdict checkCapabilities(const Access &access);

// Without a privilege that grants CREATE, WRITE or * on the active entity, drafts are open.
bool isOpenForDrafts(const Definition &entity);
// What making (Create) or editing (Update) a draft asks of the active entity.
Verdict checkDraftOf(const Definition &entity, Event event);

} // namespace tokentrail::cap
