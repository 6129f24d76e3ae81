// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tokentrail::ui {

// A page that can have something open or running, which Esc closes or stops.
class StepsBack
{
public:
    virtual void stepBack() = 0;

protected:
    StepsBack() = default;
    ~StepsBack() = default;
};

} // namespace tokentrail::ui
