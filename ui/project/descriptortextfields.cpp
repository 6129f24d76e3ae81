// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/descriptortextfields.h"

#include "ui/widgets/choicebutton.h"
#include "ui/widgets/codeview.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QRegularExpressionValidator>

#include <algorithm>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr int fewestLines = 2;
constexpr int mostLines = 6;

Result<QString> silently(const Result<void> &done)
{
    return done ? Result<QString>(QString()) : Result<QString>(done.error());
}

QLineEdit *makeLine()
{
    auto *line = new QLineEdit;
    line->setTextMargins(6, 0, 6, 0);
    return line;
}

// Whether a line can hold it as it is.
bool fitsLine(const QLineEdit &line, const QString &text)
{
    return text.size() <= line.maxLength()
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c < u' '; });
}

// What is there already stays as it is: the caret, too.
void setLine(QLineEdit &line, const QString &text)
{
    if (line.text() != text)
        line.setText(text);
}

QString timeInWords(qint64 seconds)
{
    if (seconds > 0 && seconds % 86400 == 0)
        return DescriptorNumberField::tr("%n day(s)", nullptr, int(seconds / 86400));
    if (seconds > 0 && seconds % 3600 == 0)
        return DescriptorNumberField::tr("%n hour(s)", nullptr, int(seconds / 3600));
    if (seconds > 0 && seconds % 60 == 0)
        return DescriptorNumberField::tr("%n minute(s)", nullptr, int(seconds / 60));
    return {};
}

} // namespace

DescriptorTextField::DescriptorTextField(const cap::XsSecurityMember &member,
                                         const QStringList &path)
    : DescriptorField(member, path)
    , m_line(makeLine())
{
    addControl(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        typed([path = this->path(), text](cap::XsSecurityEdit &edit) {
            return silently(edit.set(path, text));
        });
    });
    connect(m_line, &QLineEdit::editingFinished, this, &DescriptorTextField::finishTyping);
}

void DescriptorTextField::finishTyping()
{
    if (m_line->isModified() && m_line->text().isEmpty())
        typed([path = this->path()](cap::XsSecurityEdit &edit) {
            return silently(edit.remove(path));
        });
    m_line->setModified(false);
}

bool DescriptorTextField::canShow(const Json &value) const
{
    return fitsLine(*m_line, value.toString());
}

void DescriptorTextField::fill(const Json *value, const Json &)
{
    setLine(*m_line, value ? value->toString() : QString());
}

DescriptorNameField::DescriptorNameField(const cap::XsSecurityMember &member,
                                         const QStringList &path)
    : DescriptorField(member, path)
    , m_line(makeLine())
{
    addControl(m_line);
    connect(m_line, &QLineEdit::editingFinished, this, &DescriptorNameField::rename);
}

bool DescriptorNameField::canShow(const Json &value) const
{
    return fitsLine(*m_line, value.toString());
}

void DescriptorNameField::fill(const Json *value, const Json &)
{
    const auto before = m_name;
    m_name = value ? value->toString() : QString();
    if (m_name != before || !m_line->isModified())
        setLine(*m_line, m_name);
}

void DescriptorNameField::rename()
{
    const auto name = m_line->text().trimmed();
    m_line->setModified(false);
    if (name == m_name)
        return setLine(*m_line, m_name);
    ask([entry = path().first(path().size() - 1), before = m_name, name](
            cap::XsSecurityEdit &edit) -> Result<QString> {
        const auto followed = edit.rename(entry, name);
        if (!followed)
            return followed.error();
        if (*followed == 0)
            return QString();
        return tr("%1 is now %2, also where it is referred to: in %n place(s). One undo takes all "
                  "of it back.",
                  nullptr,
                  *followed)
            .arg(before, name);
    });
    setLine(*m_line, m_name); // where the name was refused
}

void DescriptorNameField::finishTyping()
{
    if (m_line->isModified())
        rename();
}

bool DescriptorNameField::takeBack()
{
    if (m_line->text() == m_name)
        return false;
    m_line->setText(m_name);
    m_line->setModified(false);
    return true;
}

void DescriptorNameField::beginNaming()
{
    m_line->setFocus();
    m_line->selectAll();
}

DescriptorNumberField::DescriptorNumberField(const cap::XsSecurityMember &member,
                                             const QStringList &path)
    : DescriptorField(member, path)
    , m_line(makeLine())
{
    static const QRegularExpression digits(u"(0|[1-9][0-9]{0,9})"_s);
    m_line->setValidator(new QRegularExpressionValidator(digits, m_line));
    m_line->setPlaceholderText(member.standard.toString());
    addControl(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        typed([path = this->path(), text](cap::XsSecurityEdit &edit) {
            return silently(text.isEmpty() ? edit.remove(path)
                                           : edit.set(path, Json::number(text.toLatin1())));
        });
    });
}

bool DescriptorNumberField::canShow(const Json &value) const
{
    const auto &spelling = value.numberSpelling();
    return std::all_of(
        spelling.begin(), spelling.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void DescriptorNumberField::fill(const Json *value, const Json &)
{
    setLine(*m_line, value ? QString::fromLatin1(value->numberSpelling()) : QString());
    setHint(value ? timeInWords(value->toInteger()) : QString());
}

DescriptorChoiceField::DescriptorChoiceField(const cap::XsSecurityMember &member,
                                             const QStringList &path)
    : DescriptorField(member, path)
    , m_choice(new ChoiceButton(QString(), member.name.toString()))
{
    addControl(m_choice);
    m_choice->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_choice, &ChoiceButton::chosen, this, &DescriptorChoiceField::choose);
}

bool DescriptorChoiceField::isFlag() const
{
    return member().shape == cap::MemberShape::Flag
        || member().shape == cap::MemberShape::TextOrFlag;
}

void DescriptorChoiceField::fill(const Json *value, const Json &)
{
    const auto now = !value ? QString()
        : value->isString() ? value->toString()
                            : QString::fromUtf8(value->toCompact());
    m_isText = value ? value->isString() : member().standard.startsWith(u'"');
    const QString standard = member().standard.toString().remove(u'"');
    const QString meaning = standard.isEmpty() ? QString() : tr("means %1").arg(standard);
    QList<Choice> choices{{QString(), tr("not written"), meaning, {}}};
    if (isFlag()) {
        choices << Choice{u"true"_s, u"true"_s, {}, {}} << Choice{u"false"_s, u"false"_s, {}, {}};
    } else {
        for (const auto each : member().values)
            choices << Choice{each.toString(), each.toString(), {}, {}};
    }
    const bool isKnown = std::any_of(
        choices.cbegin(), choices.cend(), [&now](const Choice &each) { return each.id == now; });
    if (!isKnown)
        choices << Choice{now, now, {}, {}};
    m_choice->setChoices(choices);
    m_choice->setCurrentId(now);
}

void DescriptorChoiceField::choose(const QString &id)
{
    const bool isText = !isFlag() || m_isText;
    ask([path = path(), id, isText](cap::XsSecurityEdit &edit) {
        return silently(id.isEmpty() ? edit.remove(path)
                            : isText ? edit.set(path, id)
                                     : edit.set(path, Json(id == "true"_L1)));
    });
}

QStringList filledLines(const CodeView &editor)
{
    return editor.toPlainText().split(u'\n', Qt::SkipEmptyParts);
}

void fitLines(CodeView &editor)
{
    const auto lines = std::clamp(editor.blockCount(), fewestLines, mostLines);
    editor.setFixedHeight(editor.fontMetrics().lineSpacing() * lines + 20);
}

CodeView *makeLinesEditor(const QString &accessibleName)
{
    auto *editor = new CodeView(accessibleName);
    editor->setReadOnly(false);
    editor->setTextInteractionFlags(Qt::TextEditorInteraction);
    editor->setUndoRedoEnabled(false);
    editor->document()->setDocumentMargin(6);
    editor->setPlaceholderText(DescriptorLinesField::tr("one a line"));
    editor->makeFramed();
    fitLines(*editor);
    return editor;
}

DescriptorLinesField::DescriptorLinesField(const cap::XsSecurityMember &member,
                                           const QStringList &path)
    : DescriptorField(member, path)
    , m_lines(makeLinesEditor(member.name.toString()))
{
    addControl(m_lines);
    connect(m_lines, &QPlainTextEdit::textChanged, this, [this] {
        fitLines(*m_lines);
        const auto texts = filledLines(*m_lines);
        if (texts == m_shown) // colouring it counts as a change
            return;
        m_shown = texts;
        typed([path = this->path(), texts](cap::XsSecurityEdit &edit) {
            return silently(edit.setTexts(path, texts));
        });
    });
}

bool DescriptorLinesField::canShow(const Json &value) const
{
    const auto texts = value.toStringList();
    return std::none_of(texts.begin(), texts.end(), [](const QString &text) {
        return text.isEmpty() || text.contains(u'\n') || text.contains(u'\r');
    });
}

void DescriptorLinesField::fill(const Json *value, const Json &)
{
    const auto texts = value ? value->toStringList() : QStringList();
    m_shown = texts;
    if (texts != filledLines(*m_lines))
        m_lines->setPlainText(texts.join(u'\n'));
}

} // namespace tokentrail::ui
