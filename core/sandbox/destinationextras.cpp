// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/destinationextras.h"

#include "core/sandbox/answers.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

Result<Json>
withFragment(const Landscape &landscape, const http::Request &request, const Json &destination)
{
    const auto name = QString::fromUtf8(request.headers.value("X-fragment-name"));
    if (name.isEmpty())
        return destination;
    const auto fragment = landscape.fragment(name);
    if (!fragment) {
        if (request.headers.value("X-fragment-optional").toLower() == "true")
            return destination;
        return Error{ErrorCode::NotFound, u"Fragment with the specified name was not found"_s};
    }
    auto laidOver = destination;
    for (const auto &member : fragment->members()) {
        // A fragment is called something else than the destination that it completes.
        if (member.name != "Name"_L1 && member.name != "FragmentName"_L1)
            laidOver.set(member.name, member.value);
    }
    return laidOver;
}

Json certificatesFor(const Landscape &landscape, const Json &configuration)
{
    auto found = Json::array();
    const auto wanted = configuration[u"KeyStoreLocation"].toString();
    for (const auto &certificate : landscape.certificates()) {
        if (!wanted.isEmpty() && certificate[u"Name"].toString() == wanted)
            found.append(certificate);
    }
    return found;
}

std::optional<http::Response> findCertificates(const Landscape &landscape, const QString &rest)
{
    const auto level = rest.section(u'/', 0, 1);
    const auto name = rest.section(u'/', 2);
    const bool ofInstance = level == "v1/instanceCertificates"_L1;
    if (level != "v1/subaccountCertificates"_L1 && !ofInstance)
        return std::nullopt;
    auto list = Json::array(); // the store belongs to the subaccount
    for (const auto &certificate : landscape.certificates()) {
        if (ofInstance)
            continue;
        if (certificate[u"Name"].toString() == name)
            return jsonAnswer(200, certificate);
        list.append(certificate);
    }
    return name.isEmpty() ? std::optional(jsonAnswer(200, list)) : std::nullopt;
}

} // namespace tokentrail::sandbox
