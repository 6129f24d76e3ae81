// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrasetable.h"

namespace tokentrail::diagnosis {

namespace {

// clang-format off
constexpr Phrase phrases[] = {
    {"instance bound to application", R"re(Authentication kind "?([\w-]+)"? configured, but no (\S+) instance bound)re", "binding-missing", 0.97},
    {"configured, but no", R"re(Authentication kind .* configured, but no \S+ instance bound)re", "binding-missing", 0.97},
    {"No UAA service found", nullptr, "binding-not-found-by-kind", 0.93},
    {"No service matches", R"re(No service matches (\S+))re", "binding-not-found-by-kind", 0.9},
    {"Found more than one xsuaa binding", nullptr, "several-bindings-match", 0.9},
    {"Found multiple matching services", nullptr, "several-bindings-match", 0.85},
    {"Cannot find service uaa in environment", nullptr, "binding-not-found-by-kind", 0.9},
    {"cannot be found in", R"re(Service (\S+) cannot be found)re", "binding-not-found-by-kind", 0.5},
    {"failed to parse VCAP_SERVICES", nullptr, "default-env-malformed", 0.95},
    {"in JSON at position", R"re(default-env.*in JSON at position (\d+))re", "default-env-malformed", 0.95},
    {"Expected property name or '}' in JSON", nullptr, "default-env-malformed", 0.85},
    {"default-env.json", R"re(default-env\.json.*(?:SyntaxError|Unexpected|not valid|Could not parse|Failed to parse))re", "default-env-malformed", 0.9},
    {"Environment variable VCAP_SERVICES is not a valid JSON", nullptr, "default-env-malformed", 0.95},
    {"to be an array, but was", R"re(Expected VCAP entry '([^']*)' to be an array)re", "binding-incomplete", 0.95},
    {"failed to add service bindings from", nullptr, "binding-incomplete", 0.85},
    // Credentials within credentials look like credentials without anything.
    {"inside its credentials", R"re(is missing the properties ([^.]*?clientid[^.]*?) inside its credentials)re", "binding-wrapped-twice", 0.85},
    {"inside its credentials", R"re(is missing the properties (.+?) inside its credentials)re", "binding-incomplete", 0.9},
    {"InvalidCredentialsError", nullptr, "binding-incomplete", 0.85},
    {"uaa-configuration", R"re(uaa-configuration(?:\S*): (?:Missing required property: (\w+)|Format validation failed))re", "binding-incomplete", 0.93},
    {"OAuth2 requires clientsecret or certificate", nullptr, "binding-incomplete", 0.93},
    {"contain neither a client secret nor certificate", nullptr, "binding-incomplete", 0.9},
    {"UAA tenant mode is shared", nullptr, "tenant-host-pattern-missing", 0.95},
    {"invalid PEM", nullptr, "binding-incomplete", 0.8, Telling::Cause, "pem"},
    {"DECODER routines::unsupported", nullptr, "binding-incomplete", 0.7, Telling::Cause, "pem"},
    {"PEM routines", R"re(PEM routines:[^:]*:no start line)re", "binding-incomplete", 0.75, Telling::Cause, "pem"},
};
// clang-format on

} // namespace

std::span<const Phrase> phrasesOfBindings()
{
    return phrases;
}

} // namespace tokentrail::diagnosis
