// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/project/descriptorfield.h"

class QLineEdit;

namespace tokentrail::ui {

class ChoiceButton;
class CodeView;

// A text that goes into the descriptor while it is typed. One that is emptied leaves it.
class DescriptorTextField : public DescriptorField
{
    Q_OBJECT

public:
    DescriptorTextField(const cap::XsSecurityMember &member, const QStringList &path);

    void finishTyping() override;

protected:
    void fill(const text::Json *value, const text::Json &document) override;
    bool canShow(const text::Json &value) const override;

private:
    QLineEdit *m_line = nullptr;
};

// The name of an entry, which others refer to: it changes when it is complete, and they with it.
class DescriptorNameField : public DescriptorField
{
    Q_OBJECT

public:
    DescriptorNameField(const cap::XsSecurityMember &member, const QStringList &path);

    bool takeBack() override;
    void finishTyping() override;
    void beginNaming(); // the focus, on the whole name

protected:
    void fill(const text::Json *value, const text::Json &document) override;
    bool canShow(const text::Json &value) const override;

private:
    void rename();

    QLineEdit *m_line = nullptr;
    QString m_name; // in the text
};

// A number of seconds, also told in hours and days.
class DescriptorNumberField : public DescriptorField
{
    Q_OBJECT

public:
    DescriptorNumberField(const cap::XsSecurityMember &member, const QStringList &path);

protected:
    void fill(const text::Json *value, const text::Json &document) override;
    bool canShow(const text::Json &value) const override;

private:
    QLineEdit *m_line = nullptr;
};

// One of few values, or none.
class DescriptorChoiceField : public DescriptorField
{
    Q_OBJECT

public:
    DescriptorChoiceField(const cap::XsSecurityMember &member, const QStringList &path);

protected:
    void fill(const text::Json *value, const text::Json &document) override;

private:
    void choose(const QString &id);
    bool isFlag() const;

    ChoiceButton *m_choice = nullptr;
    bool m_isText = false; // true and false are written in quotes
};

// A list of texts, one a line.
class DescriptorLinesField : public DescriptorField
{
    Q_OBJECT

public:
    DescriptorLinesField(const cap::XsSecurityMember &member, const QStringList &path);

protected:
    void fill(const text::Json *value, const text::Json &document) override;
    bool canShow(const text::Json &value) const override;

private:
    CodeView *m_lines = nullptr;
    QStringList m_shown;
};

// The lines of an editor that hold something.
QStringList filledLines(const CodeView &editor);
// An editor for such lines, that grows to some of them.
CodeView *makeLinesEditor(const QString &accessibleName);
void fitLines(CodeView &editor);

} // namespace tokentrail::ui
