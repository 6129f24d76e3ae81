// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrasetable.h"

namespace tokentrail::diagnosis {

namespace {

// clang-format off
constexpr Phrase phrases[] = {
    {"HTTPS proxying is not supported", nullptr, "virtual-host-over-https", 0.97},
    {"no SAP Cloud Connector", R"re(no SAP Cloud Connector.*location ID:? ?['"]([^'"\s]+)['"])re", "location-id-unknown", 0.95},
    {"no SAP Cloud Connector", R"re(no SAP Cloud Connector.*location ID)re", "cloud-connector-not-connected", 0.95},
    {"no SAP Cloud Connector", nullptr, "cloud-connector-not-connected", 0.93},
    {"No Cloud Connector connected", nullptr, "cloud-connector-not-connected", 0.9},
    {"Access denied to resource", R"re(Access denied to resource (\S+) on system (\S+))re", "path-not-exposed", 0.97},
    {"Access denied to resource", nullptr, "path-not-exposed", 0.9},
    {"Access denied to system", R"re(Access denied to system ([^\s"]+))re", "host-not-exposed", 0.97},
    {"Missing or empty header: proxy-authorization", nullptr, "proxy-authorization-missing", 0.97},
    {"Proxy Authentication Required", nullptr, "proxy-authorization-missing", 0.85},
    {"Proxy-Authorization", R"re(Proxy-Authorization (?:header )?(?:is )?(?:missing|empty|not (?:set|provided)|invalid))re", "proxy-authorization-missing", 0.9},
    {"was set with a different value compared to the value", nullptr, "location-ids-on-one-connection", 0.95},
    {"SSO token validation failed", nullptr, "cloud-connector-refuses-token", 0.95},
    {"SSO token cannot be validated", nullptr, "cloud-connector-refuses-token", 0.9},
    {"Unable to generate authorization token for user", R"re(Unable to generate authorization token for user (\S+))re", "cloud-connector-refuses-token", 0.85},
    {"not mutually authenticated", nullptr, "backend-does-not-trust-cloud-connector", 0.9},
    {"not mutually authenticated", nullptr, "cloud-connector-refuses-token", 0.5},
    {"Cloud Connector could not reach backend", nullptr, "backend-unreachable", 0.95},
    {"Could not open connection to backend", nullptr, "backend-unreachable", 0.9},
    {"Unable to open connection to backend system", nullptr, "backend-unreachable", 0.93},
    {"Unable to open connection to backend", nullptr, "backend-unreachable", 0.93},
    {"cannot be reached by the Cloud Connector", nullptr, "backend-unreachable", 0.85},
    {"Destination with name", R"re(Destination with name '?([\w.-]+)'? (?:was )?not found)re", "destination-not-found", 0.9},
};
// clang-format on

} // namespace

std::span<const Phrase> phrasesOfConnectivity()
{
    return phrases;
}

} // namespace tokentrail::diagnosis
