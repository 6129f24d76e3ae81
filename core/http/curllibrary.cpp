// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/curllibrary.h"

#include <QLibrary>

namespace tokentrail::http {

using namespace Qt::StringLiterals;

namespace {

constexpr uint oldestVersion = 0x075500; // 7.85, which brought CURLOPT_PROTOCOLS_STR

template<typename Function>
bool resolve(QLibrary &library, const char *name, Function &function)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    return function != nullptr;
}

bool resolveAll(QLibrary &library, CurlLibrary &curl)
{
    return resolve(library, "curl_global_init", curl.global_init)
        && resolve(library, "curl_version_info", curl.version_info)
        && resolve(library, "curl_easy_init", curl.easy_init)
        && resolve(library, "curl_easy_cleanup", curl.easy_cleanup)
        && resolve(library, "curl_easy_setopt", curl.easy_setopt)
        && resolve(library, "curl_easy_getinfo", curl.easy_getinfo)
        && resolve(library, "curl_easy_strerror", curl.easy_strerror)
        && resolve(library, "curl_multi_init", curl.multi_init)
        && resolve(library, "curl_multi_cleanup", curl.multi_cleanup)
        && resolve(library, "curl_multi_setopt", curl.multi_setopt)
        && resolve(library, "curl_multi_add_handle", curl.multi_add_handle)
        && resolve(library, "curl_multi_remove_handle", curl.multi_remove_handle)
        && resolve(library, "curl_multi_socket_action", curl.multi_socket_action)
        && resolve(library, "curl_multi_info_read", curl.multi_info_read)
        && resolve(library, "curl_slist_append", curl.slist_append)
        && resolve(library, "curl_slist_free_all", curl.slist_free_all);
}

} // namespace

CurlLibrary loadCurl(const QString &fileName)
{
    CurlLibrary curl;
    QLibrary library(fileName);
    library.setLoadHints(QLibrary::PreventUnloadHint);
    if (!library.load() || !resolveAll(library, curl)) {
        curl.failure = Error{
            ErrorCode::NotFound,
            u"No call can be made: %1 is not installed or not usable (Debian's package libcurl4): %2"_s
                .arg(fileName, library.errorString())};
    } else if (curl.version_info(CURLVERSION_NOW)->version_num < oldestVersion) {
        curl.failure =
            Error{ErrorCode::NotFound,
                  u"No call can be made: libcurl %1 is too old, it must be 7.85 at least."_s.arg(
                      QString::fromLatin1(curl.version_info(CURLVERSION_NOW)->version))};
    } else {
        curl.global_init(CURL_GLOBAL_DEFAULT);
    }
    return curl;
}

const CurlLibrary &curl()
{
    static const CurlLibrary loaded = loadCurl(u"libcurl.so.4"_s);
    return loaded;
}

} // namespace tokentrail::http
