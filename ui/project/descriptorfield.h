// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/xssecurityedit.h"
#include "core/cap/xssecuritymembers.h"
#include "ui/project/projectvalues.h"

#include <QStringList>
#include <QWidget>

#include <functional>

class QKeyEvent;
class QLabel;
class QVBoxLayout;

namespace tokentrail::ui {

class ProblemLabel;
class WrappedLabel;

// What a field does to the text; the sentence is to be told to the user, and may be empty.
using DescriptorChange = std::function<Result<QString>(cap::XsSecurityEdit &)>;

// A problem with the path of what it speaks of.
struct DescriptorProblem
{
    QStringList path;
    Tone tone = Tone::Error;
    QString sentence; // with its mark
};

// Also with Ctrl+Y, which not every desktop counts among its keys.
bool asksForRedo(const QKeyEvent &key);

// One member of an entry of an xs-security.json: its name and limits, something to change it with,
// its help, its problems. Shows what the text says, and asks for changes of the text.
class DescriptorField : public QWidget
{
    Q_OBJECT

public:
    DescriptorField(const cap::XsSecurityMember &member, const QStringList &path);

    const QStringList &path() const { return m_path; }
    void retell(const text::Json &document);
    void setProblems(const QList<DescriptorProblem> &problems); // of the whole descriptor
    // Takes back what was typed and is not in the text yet. False: there is no such thing.
    virtual bool takeBack() { return false; }
    // Puts it into the text, as when the focus leaves.
    virtual void finishTyping() { }

Q_SIGNALS:
    // continues: it goes on with the change before, and is undone with it.
    void changed(const tokentrail::ui::DescriptorChange &change, bool continues);
    void undoRequested();
    void redoRequested();

protected:
    const cap::XsSecurityMember &member() const { return m_member; }
    void adopt(QWidget *control); // gives it the name, and the keys of the history
    void addControl(QWidget *control); // adopts it, and puts it below the others
    QVBoxLayout *controls() const { return m_controls; }
    void setHint(const QString &words); // beside the limits
    // value is null where the member is missing; it has the kind that is documented.
    virtual void fill(const text::Json *value, const text::Json &document) = 0;
    // Whether the control can show a value of the right kind.
    virtual bool canShow(const text::Json &) const { return true; }

    void ask(const DescriptorChange &change); // this one alone
    void typed(const DescriptorChange &change); // while a key after the other comes
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const cap::XsSecurityMember &m_member;
    QStringList m_path;
    QVBoxLayout *m_controls = nullptr;
    QWidget *m_body = nullptr;
    WrappedLabel *m_limits = nullptr;
    WrappedLabel *m_strange = nullptr; // where the text has something else
    ProblemLabel *m_problems = nullptr;
    bool m_isTyping = false;
};

// A field for the member; the kind of its control follows from the table of members.
DescriptorField *makeDescriptorField(const cap::XsSecurityMember &member, const QStringList &path);

} // namespace tokentrail::ui
