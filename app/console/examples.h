// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/call/callvalues.h"

namespace tokentrail::console {

inline constexpr auto sampleTarget = "sample"; // id of the sample service among the targets

ui::CallDraft firstCall(); // the thread's case, ready to send
QList<ui::ExampleCall> exampleCalls(); // a route of the sample service each, and what it shows

} // namespace tokentrail::console
