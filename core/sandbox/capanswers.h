// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"

#include <QString>

namespace tokentrail::sandbox {

// Error bodies of a CAP service (cds 9, development), to the letter.
http::Response capError(int status, const QString &message);
http::Response capUnauthorized();
http::Response capForbidden();
http::Response capNotFound();
http::Response capInternalError();
http::Response capBasicChallenge(); // of kind mocked
http::Response expressNotFound(const http::Request &request); // outside every served path

} // namespace tokentrail::sandbox
