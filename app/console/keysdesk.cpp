// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/keysdesk.h"

#include "core/xsuaa/keytexts.h"
#include "ui/keys/vaultbar.h"
#include "ui/widgets/seams.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestFile = 16 * 1024 * 1024;

// Never silently: whether a key was there before, and whether another one of its instance stays.
QString whatBecomesOf(const xsuaa::KeptKey &entry, const std::vector<xsuaa::KeptKey> &kept)
{
    QString beside;
    for (const auto &one : kept) {
        if (one.name == entry.name)
            return KeysDesk::tr("Replaced %1, which was kept already.").arg(entry.name);
        if (!entry.key.client.clientId.isEmpty()
            && one.key.client.clientId == entry.key.client.clientId)
            beside = one.name;
    }
    return beside.isEmpty()
        ? KeysDesk::tr("Kept %1.").arg(entry.name)
        : KeysDesk::tr("Kept %1. Beside %2, which stays: another key of the same instance.")
              .arg(entry.name, beside);
}

} // namespace

KeysDesk::KeysDesk(Workbench &bench, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
{
    bench.window().addPage(tr("Keys"), 7, [this] { return makePage(); });
    connect(&bench.vault(), &VaultKeeper::changed, this, &KeysDesk::show);
    auto *lock = bench.window().addCommand(tr("Lock the vault"), {});
    connect(lock, &QAction::triggered, &bench.vault(), &VaultKeeper::lock);
}

QWidget *KeysDesk::makePage()
{
    m_page = new ui::KeysPage;
    connect(m_page, &ui::KeysPage::textEntered, this, [this](const Secret &text) {
        read(text.reveal(), tr("the clipboard"));
    });
    connect(m_page, &ui::KeysPage::filesDropped, this, &KeysDesk::readFiles);
    connect(m_page, &ui::KeysPage::openRequested, this, &KeysDesk::askForFile);
    connect(m_page->vaultBar(), &ui::VaultBar::tryAgainRequested, this, [this] {
        m_bench.vault().tryAgain();
    });
    connect(m_page->vaultBar(),
            &ui::VaultBar::passphraseGiven,
            this,
            [this](const Secret &passphrase) { m_bench.vault().usePassphrase(passphrase); });
    connectKey();
    show();
    return m_page;
}

void KeysDesk::connectKey()
{
    connect(m_page, &ui::KeysPage::testRequested, this, &KeysDesk::test);
    connect(m_page, &ui::KeysPage::signInRequested, &m_bench, &Workbench::signInWanted);
    connect(m_page, &ui::KeysPage::removeRequested, this, &KeysDesk::remove);
    connect(m_page, &ui::KeysPage::lookRequested, this, [this](const QString &name) {
        m_bench.seams().askFolder(m_page,
                                  tr("A project that may use the key"),
                                  QDir::homePath(),
                                  [this, name](const QString &folder) { lookIn(name, folder); });
    });
    connect(m_page,
            &ui::KeysPage::revealRequested,
            this,
            [this](const QString &name, const QString &member) {
                if (const auto secret = secretOf(name, member))
                    m_page->detail()->reveal(member, *secret);
            });
    connect(m_page,
            &ui::KeysPage::copyRequested,
            this,
            [this](const QString &name, const QString &member) {
                if (const auto secret = secretOf(name, member))
                    m_bench.seams().copySecret(*secret);
            });
}

void KeysDesk::tell(const QString &sentence, bool bad)
{
    if (m_page)
        m_page->tell(sentence, bad);
}

void KeysDesk::askForFile()
{
    m_bench.seams().askOpenFile(
        m_page, tr("A file with a service key"), {}, [this](const QString &file) {
            if (!file.isEmpty())
                readFiles({file});
        });
}

void KeysDesk::readFiles(const QStringList &files)
{
    for (const auto &name : files) {
        if (QFileInfo(name).isDir()) {
            const auto document = xsuaa::documentOfFolder(name);
            if (!document)
                return tell(document.error().toString(), true);
            read(*document, name);
            continue;
        }
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return tell(tr("%1 cannot be read: %2.").arg(name, file.errorString()), true);
        if (file.size() > largestFile)
            return tell(tr("%1 is larger than 16 MB.").arg(name), true);
        read(file.readAll(), name);
    }
}

void KeysDesk::read(const QByteArray &document, const QString &source)
{
    const auto keys =
        xsuaa::readServiceKeys(document, QFileInfo(source).isFile() ? source : QString());
    if (!keys)
        return tell(keys.error().toString(), true);
    auto &store = m_bench.vault().store();
    auto kept = xsuaa::loadKeys(store);
    if (!kept)
        return tell(kept.error().toString(), true);
    QStringList names;
    QStringList told;
    int mended = 0;
    for (const auto &key : *keys) {
        xsuaa::KeptKey entry{xsuaa::nameFor(key, *kept), key, source, m_bench.clock().nowSeconds()};
        told << whatBecomesOf(entry, *kept);
        if (const auto saved = xsuaa::saveKey(store, entry); !saved)
            return tell(saved.error().toString(), true);
        mended += int(key.repairs.size());
        m_facts.erase(entry.name); // what was proved of the key before it proves nothing of this
        names << entry.name;
        std::erase_if(*kept, [&entry](const auto &one) { return one.name == entry.name; });
        kept->push_back(std::move(entry));
    }
    Q_EMIT m_bench.keysChanged();
    show();
    if (!m_page)
        return;
    m_page->clearEntry();
    m_page->showKey(names.constFirst());
    if (mended != 0)
        told << tr("%n thing(s) had to be mended; the key tells.", nullptr, mended);
    tell(told.join(u' '), false);
}

void KeysDesk::show()
{
    if (!m_page)
        return;
    m_page->setVault(viewOf(m_bench.vault()));
    const auto &store = m_bench.vault().store();
    const auto kept = xsuaa::loadKeys(store);
    if (!kept)
        return tell(kept.error().toString(), true);
    QList<ui::KeyView> views;
    for (const auto &key : *kept) {
        auto facts = m_facts[key.name];
        facts.uses = call::sessionsOf(key.key, store) + facts.uses;
        views.append(viewOf(key, facts, m_bench.clock().nowSeconds()));
    }
    m_page->setKeys(views);
}

void KeysDesk::test(const QString &name)
{
    const auto kept = xsuaa::loadKey(m_bench.vault().store(), name);
    if (!kept)
        return tell(kept.error().toString(), true);
    m_page->detail()->setBusy();
    auto *probe = new call::KeyProbe(m_bench.client(), kept->key, m_bench.place().tls, this);
    connect(probe, &call::KeyProbe::finished, this, [this, name](call::KeyProbe *done) {
        m_facts[name].proofs = done->proofs();
        done->deleteLater();
        show();
    });
    probe->start();
}

void KeysDesk::lookIn(const QString &name, const QString &folder)
{
    const auto kept = xsuaa::loadKey(m_bench.vault().store(), name);
    if (!kept || folder.isEmpty())
        return;
    m_facts[name].uses = call::filesOf(kept->key, folder);
    show();
    const auto found = m_facts[name].uses.size();
    tell(found == 0 ? tr("No file of %1 holds this key.").arg(folder)
                    : tr("%n file(s) hold this key.", nullptr, int(found)),
         false);
}

void KeysDesk::remove(const QString &name)
{
    if (const auto removed = xsuaa::removeKey(m_bench.vault().store(), name); !removed)
        return tell(removed.error().toString(), true);
    m_facts.erase(name);
    Q_EMIT m_bench.keysChanged();
    show();
    tell(tr("%1 is no longer kept. The service itself still knows it.").arg(name), false);
}

std::optional<Secret> KeysDesk::secretOf(const QString &name, const QString &member)
{
    const auto kept = xsuaa::loadKey(m_bench.vault().store(), name);
    if (!kept) {
        tell(kept.error().toString(), true);
        return std::nullopt;
    }
    const auto &value = kept->key.credentials[member];
    return value.isString() ? Secret(value.toString()) : Secret(value.toIndented());
}

} // namespace tokentrail::console
