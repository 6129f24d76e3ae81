// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace tokentrail::diagnosis {

// How much words tell. General ones (a refused connection, "Bad credentials") count only in a
// text that names no cause; wrapping ones ("status code 502") only where nothing else is said;
// retried ones make a text tell of an attempt that another one followed, which counts for little;
// harmless ones take the whole text out: it is written in working calls, too.
enum class Telling { Cause, General, Wrapping, Retried, Harmless };

struct Phrase
{
    const char *anchor; // must be in the text, in letters of any case
    const char *pattern; // and this must match; null: the anchor is all
    const char *findingId;
    double confidence;
    Telling telling = Telling::Cause;
    const char *variant = nullptr; // texts of its own, under "<finding>.<variant>"
};

// One group a product that writes them. Of several that fit one text for the same finding the
// first counts.
std::span<const Phrase> phrasesOfTokenChecks(); // @sap/xssec, also through CAP
std::span<const Phrase> phrasesOfCap(); // @sap/cds: roles, configuration, server
std::span<const Phrase> phrasesOfBindings(); // @sap/cds, @sap/xsenv: bindings
std::span<const Phrase> phrasesOfXsuaa(); // bodies and pages of the UAA
std::span<const Phrase> phrasesOfApprouter();
std::span<const Phrase> phrasesOfCloudSdk();
std::span<const Phrase> phrasesOfConnectivity(); // proxies and Cloud Connector
std::span<const Phrase> phrasesOfBackend(); // ABAP systems
std::span<const Phrase> phrasesOfTransport(); // Node, axios, gorouter
std::span<const Phrase> phrasesOfJava(); // CAP Java, Spring Security, the SDK for Java
std::span<const Phrase> phrasesOfMesh(); // Istio and Envoy, in front of applications on Kyma
std::span<const Phrase> phrasesOfBrowsers(); // consoles of browsers

} // namespace tokentrail::diagnosis
