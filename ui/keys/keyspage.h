// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/keys/keydetail.h"

#include <QWidget>

class QStackedWidget;

namespace tokentrail::ui {

class Banner;
class CodeView;
class KeyModel;
class QuietTable;
class VaultBar;

// Service keys of any shape by paste, drop or file; the ones that are kept, and what is known of
// each. Holds no secret itself: whoever hears the signals gives one out when it is asked for.
class KeysPage : public QWidget
{
    Q_OBJECT

public:
    explicit KeysPage(QWidget *parent = nullptr);

    void setVault(const VaultView &view);
    void setKeys(const QList<KeyView> &keys); // the one in sight stays in sight
    void showKey(const QString &name);
    QString currentKey() const;
    void tell(const QString &sentence, bool bad);
    void clearEntry();
    KeyDetail *detail() const { return m_detail; }
    VaultBar *vaultBar() const { return m_vault; }

Q_SIGNALS:
    void textEntered(const tokentrail::Secret &text);
    void filesDropped(const QStringList &files);
    void openRequested();
    void testRequested(const QString &name);
    void signInRequested(const QString &name); // somebody, with it
    void lookRequested(const QString &name);
    void removeRequested(const QString &name);
    void revealRequested(const QString &name, const QString &member);
    void copyRequested(const QString &name, const QString &member);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void hideEvent(QHideEvent *event) override; // nothing stays revealed behind one's back

private:
    QWidget *buildEntry();
    QWidget *buildList();
    QWidget *buildDetail();
    QWidget *buildEmpty();
    void showCurrent();

    VaultBar *m_vault = nullptr;
    Banner *m_banner = nullptr;
    CodeView *m_entry = nullptr;
    QStackedWidget *m_stack = nullptr;
    QuietTable *m_table = nullptr;
    KeyModel *m_model = nullptr;
    KeyDetail *m_detail = nullptr;
};

} // namespace tokentrail::ui
