// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/layers.h"

#include <algorithm>
#include <iterator>

namespace tokentrail::diagnosis {

namespace {

struct Row
{
    const char16_t *id; // or how the ids of a family begin: "backend-"
    Layer layer;
};

constexpr Row rows[] = {
    {u"token-expired", Layer::Token},
    {u"expired-within-leeway", Layer::Token},
    {u"token-not-yet-valid", Layer::Token},
    {u"token-malformed", Layer::Token},
    {u"token-of-other-issuer", Layer::Token},
    {u"audience-mismatch", Layer::Token},
    {u"zone-refused", Layer::Token},
    {u"signature-invalid", Layer::Token},
    {u"algorithm-not-accepted", Layer::Token},
    {u"key-id-", Layer::Token},
    {u"role-missing", Layer::Roles},
    {u"technical-token-where-user-needed", Layer::Roles},
    {u"user-token-where-technical-needed", Layer::Roles},
    {u"not-the-internal-client", Layer::Roles},
    {u"attribute-missing-denied", Layer::Roles},
    {u"scope-claim-missing", Layer::Check},
    {u"jwks-", Layer::Check},
    {u"user-token-absent", Layer::Remote},
    {u"user-token-absent-cached", Layer::Remote},
    {u"technical-caller-on-user-destination", Layer::Remote},
    {u"exchange-not-granted", Layer::Remote},
    {u"destination-", Layer::Remote},
    {u"connectivity-", Layer::Remote},
    {u"proxy-authorization-", Layer::Remote},
    {u"cloud-connector-", Layer::Remote},
    {u"location-id-unknown", Layer::Remote},
    {u"path-not-exposed", Layer::Remote},
    {u"host-not-exposed", Layer::Remote},
    {u"backend-", Layer::Remote},
};

} // namespace

Layer layerOf(QStringView findingId)
{
    const auto *row = std::find_if(std::begin(rows), std::end(rows), [findingId](const Row &one) {
        const QStringView id(one.id);
        return id == findingId || (id.endsWith(u'-') && findingId.startsWith(id));
    });
    return row != std::end(rows) ? row->layer : Layer::Unknown;
}

Layer layerOfStatus(int status)
{
    switch (status) {
    case 401:
        return Layer::Token;
    case 403:
        return Layer::Roles;
    case 500:
        return Layer::Check;
    case 502:
        return Layer::Remote;
    default:
        return Layer::Unknown;
    }
}

} // namespace tokentrail::diagnosis
