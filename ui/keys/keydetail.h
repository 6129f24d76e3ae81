// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "ui/keys/keysvalues.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace tokentrail::ui {

// One key: what it is, what is wrong with it, where it is used. Secrets are dots; one that was
// asked for is dots again after shownForMs.
class KeyDetail : public QScrollArea
{
    Q_OBJECT

public:
    explicit KeyDetail(QWidget *parent = nullptr);

    void setKey(const KeyView &key);
    void reveal(const QString &member, const Secret &value);
    void mask(); // whatever is revealed
    void setBusy(); // a trial is under way, until the key is set again

    static constexpr int shownForMs = 15'000;

Q_SIGNALS:
    void testRequested();
    void signInRequested();
    void lookRequested(); // into a folder, for files that hold this key
    void removeRequested();
    void revealRequested(const QString &member);
    void copyRequested(const QString &member);

private:
    QWidget *makeButtons();
    void addHeading(const QString &text);
    void addNotes(const QList<KeyNoteView> &notes);
    void addLines(const QString &heading, const QStringList &lines);
    void addMembers(const QList<KeyMemberView> &members);
    void addSecret(QGridLayout *grid, int row, const QString &member);

    struct Revealed
    {
        QString member;
        QLabel *label = nullptr;
        QPushButton *button = nullptr;
    };
    QList<Revealed> m_secrets;
    QVBoxLayout *m_layout = nullptr;
    QPushButton *m_test = nullptr;
    QString m_name; // of the key in sight
    bool m_comesBack = false; // the focus, to the button that was busy
    QTimer *m_timer = nullptr;
};

} // namespace tokentrail::ui
