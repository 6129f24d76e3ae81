// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/project/descriptorfield.h"

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace tokentrail::ui {

class CodeView;

// A list whose values are picked from those that exist; others that it holds are there as well.
class DescriptorPickField : public DescriptorField
{
    Q_OBJECT

public:
    DescriptorPickField(const cap::XsSecurityMember &member, const QStringList &path);

protected:
    void fill(const text::Json *value, const text::Json &document) override;
    bool canShow(const text::Json &value) const override;

private:
    struct Word
    {
        QString word;
        QString help;
    };

    QList<Word> wordsFor(const text::Json &document) const;
    void addOther();
    int rowHeight() const;
    void fitList();

    QStandardItemModel *m_words = nullptr;
    QListView *m_list = nullptr;
    QWidget *m_none = nullptr; // said where there is nothing to pick from
    QLineEdit *m_other = nullptr; // null: only those that are known
    QStringList m_seen; // what it held: such a word stays, to be picked again
    bool m_filling = false;
};

// The attributes of a role template: picked as above, each with its default values.
class DescriptorReferencesField : public DescriptorPickField
{
    Q_OBJECT

public:
    DescriptorReferencesField(const cap::XsSecurityMember &member, const QStringList &path);

protected:
    void fill(const text::Json *value, const text::Json &document) override;
    bool canShow(const text::Json &value) const override;

private:
    void rebuild(const QStringList &names);
    void changeValues(const QString &attribute, const QStringList &values);

    QWidget *m_defaults = nullptr;
    QStringList m_names;
    QList<CodeView *> m_editors; // of the default values, in the order of the names
    QList<QStringList> m_shown;
};

} // namespace tokentrail::ui
