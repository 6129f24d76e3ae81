// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/filevault.h"
#include "core/xsuaa/keystore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::xsuaa;
using namespace Qt::StringLiterals;

// Keys by the user's names, in any store.
class TestKeyStore : public QObject
{
    Q_OBJECT

    static KeptKey keyOf(const QString &client, const QString &host, const QString &instance = {})
    {
        const auto json =
            text::Json::object({{u"clientid"_s, client},
                                {u"clientsecret"_s, u"s3cret"_s},
                                {u"url"_s, QString(u"https://"_s + host)},
                                {u"xsappname"_s, client.mid(3)},
                                {u"zz"_s, text::Json::number("1e3")}, // kept as it is spelt
                                {u"credential-type"_s, u"binding-secret"_s}});
        return {{}, serviceKeyOf(json, u"xsuaa"_s, instance, u"VCAP_SERVICES"_s), u"a.json"_s, 42};
    }

private Q_SLOTS:
    void whatIsKeptComesBack_data()
    {
        QTest::addColumn<bool>("sealed");
        QTest::newRow("in memory") << false;
        QTest::newRow("in a file") << true;
    }
    void whatIsKeptComesBack()
    {
        QFETCH(bool, sealed);
        const QTemporaryDir folder;
        vault::MemoryStore memory;
        vault::FileVault file(folder.filePath(u"vault"_s),
                              {vault::VaultKey::Kind::KeyFile, Secret(QByteArray(32, 'k'))});
        vault::SecretStore &store = sealed ? static_cast<vault::SecretStore &>(file) : memory;
        auto kept = keyOf(u"sb-shop!t1"_s, u"dev.auth.example"_s, u"my-uaa"_s);
        kept.name = u"dev/ü"_s;
        kept.key.repairs = QStringList{u"The whole key was written in Base64."_s};
        QVERIFY(saveKey(store, kept));
        QVERIFY(store.write(u"session/x"_s, Secret(QByteArray("{}"))));
        const auto all = loadKeys(store);
        QVERIFY(all);
        QCOMPARE(all->size(), size_t(1));
        const auto &back = all->front();
        QCOMPARE(back.name, u"dev/ü"_s);
        QCOMPARE(back.source, u"a.json"_s);
        QCOMPARE(back.addedAt, 42);
        QCOMPARE(back.key.shape, u"VCAP_SERVICES"_s);
        QCOMPARE(back.key.repairs, kept.key.repairs); // not to be seen in the credentials
        QCOMPARE(back.key.name, u"my-uaa"_s);
        QCOMPARE(back.key.kind, ServiceKind::Xsuaa);
        QCOMPARE(back.key.client.clientSecret.reveal(), QByteArray("s3cret"));
        QCOMPARE(back.key.credentials.toCompact(), kept.key.credentials.toCompact());
        QCOMPARE(loadKey(store, u"other"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(removeKey(store, u"other"_s).error().code, ErrorCode::NotFound);
        QVERIFY(removeKey(store, u"dev/ü"_s));
        QVERIFY(loadKeys(store)->empty());
    }

    void namesAreTakenFromTheKey()
    {
        std::vector<KeptKey> kept;
        auto key = keyOf(u"sb-shop!t1"_s, u"dev.auth.example"_s);
        QCOMPARE(nameFor(key.key, kept), u"shop!t1"_s);
        key.name = u"shop!t1"_s;
        kept.push_back(key);
        QCOMPARE(nameFor(key.key, kept), u"shop!t1"_s); // the same again: in its place
        const auto other = keyOf(u"sb-shop!t1"_s, u"prod.auth.example"_s);
        QCOMPARE(nameFor(other.key, kept), u"shop!t1-2"_s);
        QCOMPARE(nameFor(keyOf(u"sb-x!t1"_s, u"h"_s, u"my-uaa"_s).key, kept), u"my-uaa"_s);
    }

    // Every binding has credentials of its own; that one was imported ends none of the others.
    void aSecondKeyOfAnInstanceStandsBesideTheFirst()
    {
        const auto with = [](const QString &type, const QString &member, const QString &value) {
            const auto json = text::Json::object({{u"clientid"_s, u"sb-shop!t1"_s},
                                                  {member, value},
                                                  {u"url"_s, u"https://dev.auth.example"_s},
                                                  {u"xsappname"_s, u"shop!t1"_s},
                                                  {u"credential-type"_s, type}});
            return serviceKeyOf(json, u"xsuaa"_s, {}, {});
        };
        std::vector<KeptKey> kept;
        const auto keep = [&kept](const ServiceKey &key) {
            const auto name = nameFor(key, kept);
            std::erase_if(kept, [&name](const KeptKey &one) { return one.name == name; });
            kept.push_back({name, key, {}, 1});
            return name;
        };
        const auto first = with(u"binding-secret"_s, u"clientsecret"_s, u"one"_s);
        const auto x509 = with(u"x509"_s, u"certificate"_s, u"-----BEGIN CERTIFICATE-----"_s);
        QCOMPARE(keep(first), u"shop!t1"_s);
        QCOMPARE(keep(x509), u"shop!t1-x509"_s);
        QCOMPARE(keep(with(u"binding-secret"_s, u"clientsecret"_s, u"two"_s)),
                 u"shop!t1-binding-secret"_s);
        QCOMPARE(keep(with(u"binding-secret"_s, u"clientsecret"_s, u"three"_s)),
                 u"shop!t1-binding-secret-2"_s);
        QCOMPARE(keep(first), u"shop!t1"_s); // each is known again
        QCOMPARE(keep(x509), u"shop!t1-x509"_s);
        // An instance has one secret of its own: the new one has ended the old one.
        QCOMPARE(keep(with(u"instance-secret"_s, u"clientsecret"_s, u"old"_s)),
                 u"shop!t1-instance-secret"_s);
        QCOMPARE(keep(with(u"instance-secret"_s, u"clientsecret"_s, u"new"_s)),
                 u"shop!t1-instance-secret"_s);
        QCOMPARE(kept.size(), size_t(5));
    }
};

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_keystore.moc"
