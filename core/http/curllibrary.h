// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"

#include <curl/curl.h>
#include <optional>

namespace tokentrail::http {

// What is used of libcurl, under its own names without "curl_". It is loaded with the first call
// and not with the program: it brings thirty libraries, for which a command that calls nobody, and
// the first frame of a window, would wait.
struct CurlLibrary
{
    decltype(&curl_global_init) global_init = nullptr;
    decltype(&curl_version_info) version_info = nullptr;
    decltype(&curl_easy_init) easy_init = nullptr;
    decltype(&curl_easy_cleanup) easy_cleanup = nullptr;
    decltype(&curl_easy_setopt) easy_setopt = nullptr;
    decltype(&curl_easy_getinfo) easy_getinfo = nullptr;
    decltype(&curl_easy_strerror) easy_strerror = nullptr;
    decltype(&curl_multi_init) multi_init = nullptr;
    decltype(&curl_multi_cleanup) multi_cleanup = nullptr;
    decltype(&curl_multi_setopt) multi_setopt = nullptr;
    decltype(&curl_multi_add_handle) multi_add_handle = nullptr;
    decltype(&curl_multi_remove_handle) multi_remove_handle = nullptr;
    decltype(&curl_multi_socket_action) multi_socket_action = nullptr;
    decltype(&curl_multi_info_read) multi_info_read = nullptr;
    decltype(&curl_slist_append) slist_append = nullptr;
    decltype(&curl_slist_free_all) slist_free_all = nullptr;

    std::optional<Error> failure; // it is not there, or too old: none of the above may be called
};

// The libcurl of this process, loaded when it is first asked for; thread-safe.
const CurlLibrary &curl();
// The same from this file name; for tests of what is missing.
CurlLibrary loadCurl(const QString &fileName);

} // namespace tokentrail::http
