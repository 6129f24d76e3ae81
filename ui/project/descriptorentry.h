// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/project/descriptorfield.h"

#include <QScrollArea>

namespace tokentrail::ui {

// The fields of one entry of an xs-security.json, with what this form does not know of it.
class DescriptorEntry : public QScrollArea
{
    Q_OBJECT

public:
    explicit DescriptorEntry(QWidget *parent = nullptr);

    void show(const QStringList &entry, const text::Json &document);
    void setProblems(const QList<DescriptorProblem> &problems);
    void setEditable(bool isEditable); // otherwise it is only shown
    void finishTyping();
    void beginNaming(); // the focus into the name, where there is one

Q_SIGNALS:
    void changed(const tokentrail::ui::DescriptorChange &change, bool continues);
    void undoRequested();
    void redoRequested();

private:
    void rebuild();
    void addField(const cap::XsSecurityMember &member, const QStringList &path);
    void tellHeading(const text::Json &document);
    void tellUnknown(const text::Json &document);

    QStringList m_entry;
    QStringList m_changing; // the path of the last change
    WrappedLabel *m_heading = nullptr;
    WrappedLabel *m_help = nullptr;
    ProblemLabel *m_problems = nullptr; // of the entry as a whole
    WrappedLabel *m_unknown = nullptr;
    QWidget *m_holder = nullptr; // of the fields
    bool m_isEditable = true;
    QList<DescriptorField *> m_fields;
};

} // namespace tokentrail::ui
