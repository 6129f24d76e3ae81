// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// What comes into the Destinations page from files, and what leaves it for one.
#include "app/console/destinationsdesk.h"
#include "core/destination/propertiesfile.h"
#include "core/text/editfile.h"
#include "ui/widgets/seams.h"

#include <QFile>
#include <QFileInfo>

namespace tokentrail::console {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr qint64 largestFile = 16 * 1024 * 1024;

Result<QByteArray> contentOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return Error{ErrorCode::Io, DestinationsDesk::tr("%1 cannot be read.").arg(name)};
    return file.readAll();
}

} // namespace

void DestinationsDesk::readKeys(const QStringList &files)
{
    for (const auto &name : files) {
        const auto content = contentOf(name);
        const auto keys = content ? xsuaa::readServiceKeys(*content, name)
                                  : Result<std::vector<xsuaa::ServiceKey>>(content.error());
        if (!keys)
            return m_page->tell(keys.error().toString(), true);
        std::optional<Service> service;
        std::optional<xsuaa::ServiceKey> connectivity;
        for (const auto &key : *keys) {
            if (key.kind == xsuaa::ServiceKind::Destination && !service)
                service = Service{QFileInfo(name).fileName(), key, {}, {}};
            else if (key.kind == xsuaa::ServiceKind::Connectivity)
                connectivity = key;
        }
        if (!service)
            return m_page->tell(tr("%1 holds no key of a Destination service.").arg(name), true);
        service->connectivityKey = connectivity;
        service->tls = m_bench.place().tls; // a key of the sandbox is trusted as it is
        m_services[name] = *service;
        useService(name);
    }
    showServices();
    reload();
}

// A key, or destinations: the file itself says which.
void DestinationsDesk::takeFiles(const QStringList &files)
{
    QList<Json> destinations;
    for (const auto &name : files) {
        const auto content = contentOf(name);
        if (!content)
            return m_page->tell(content.error().toString(), true);
        if (const auto read = destination::readDestinations(*content, name)) {
            destinations += *read;
            continue;
        }
        return readKeys({name});
    }
    if (!destinations.isEmpty())
        propose(destinations);
}

void DestinationsDesk::import()
{
    m_bench.seams().askOpenFile(m_page, tr("Import destinations"), {}, [this](const QString &file) {
        if (file.isEmpty())
            return;
        const auto content = contentOf(file);
        const auto read = content ? destination::readDestinations(*content, file)
                                  : Result<QList<Json>>(content.error());
        if (!read)
            return m_page->tell(read.error().toString(), true);
        propose(*read);
    });
}

void DestinationsDesk::exportTo(const QString &name)
{
    const auto properties = known(name);
    if (!properties)
        return;
    const auto write = [this, properties = *properties](const QString &file) {
        if (file.isEmpty())
            return;
        const auto given = destination::withoutSecrets(properties);
        const auto content = file.endsWith(".json"_L1) ? QByteArray(given.toIndented() + "\n")
                                                       : destination::toPropertiesFile(given);
        const auto before = text::readForEdit(file);
        const auto done =
            before ? text::writeEdited(*before, content) : Result<void>(before.error());
        if (!done)
            m_page->tell(done.error().toString(), true);
        else
            m_page->tell(tr("%1 is written, without passwords and secrets.").arg(file), false);
    };
    m_bench.seams().askSaveFile(m_page,
                                tr("Export %1").arg(name),
                                name + u".json"_s,
                                tr("JSON (*.json);;Properties (*.properties)"),
                                write);
}

} // namespace tokentrail::console
