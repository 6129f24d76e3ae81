// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/keywords.h"
#include "app/console/workbench.h"
#include "ui/keys/keyspage.h"

#include <QPointer>

#include <map>

namespace tokentrail::console {

// Answers the Keys page: reads what was pasted, dropped or opened, keeps it in the vault, gives a
// secret out when it is asked for, tries keys and says what that proved.
class KeysDesk : public QObject
{
    Q_OBJECT

public:
    explicit KeysDesk(Workbench &bench, QObject *parent = nullptr);

    void read(const QByteArray &document, const QString &source); // and keep
    void readFiles(const QStringList &files); // folders are mounted secrets

private:
    QWidget *makePage();
    void connectKey();
    void askForFile();
    void show();
    void tell(const QString &sentence, bool bad);
    void test(const QString &name);
    void lookIn(const QString &name, const QString &folder);
    void remove(const QString &name);
    std::optional<Secret> secretOf(const QString &name, const QString &member);

    Workbench &m_bench;
    QPointer<ui::KeysPage> m_page; // null until it is first shown
    std::map<QString, KeyFacts> m_facts; // what was found out in this run, by key
};

} // namespace tokentrail::console
