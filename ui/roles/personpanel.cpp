// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/personpanel.h"

#include "core/admin/words.h"
#include "ui/roles/deletekey.h"
#include "ui/roles/rolerowsmodel.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/notecard.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/wrappedlabel.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStringListModel>

#include <algorithm>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

QString attributesOf(const xsuaa::RoleEffect &role)
{
    QStringList parts;
    for (auto it = role.attributes.begin(); it != role.attributes.end(); ++it)
        parts << it.key() + u" = "_s + it.value().join(u", "_s);
    for (const auto &name : role.unrestricted)
        parts << PersonPanel::tr("%1 unrestricted").arg(name);
    for (const auto &name : role.unknown)
        parts << PersonPanel::tr("%1 known after login").arg(name);
    return parts.join(u"; "_s);
}

QString scopesOf(const xsuaa::RoleEffect &role)
{
    if (!role.exists)
        return PersonPanel::tr("does not exist");
    QStringList local;
    for (const auto &scope : role.scopes)
        local << scope.section(u'.', -1);
    return local.isEmpty() ? PersonPanel::tr("nothing here") : local.join(u", "_s);
}

} // namespace

PersonPanel::PersonPanel(QWidget *parent)
    : QWidget(parent)
{
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(buildWhy());
    splitter->addWidget(buildToken());
    splitter->setSizes({500, 270});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    showNobody();
}

void PersonPanel::focusPlan()
{
    m_plan->setFocus(Qt::OtherFocusReason);
}

QWidget *PersonPanel::buildWhy()
{
    m_heading = new WrappedLabel;
    m_application = new ChoiceButton(tr("at"), tr("Application that the token is for"));
    m_toggle = new ChoiceButton(tr("what if"), tr("Role collection to give or take for a look"));
    auto *plan = new QPushButton(tr("Plan it"));
    plan->setToolTip(tr("Make planned changes of what was tried"));
    m_plan = plan;
    m_rows = new RoleRowsModel({tr("Role collection"), tr("Role"), tr("Scopes"), tr("Attributes")},
                               this);
    m_table = new QuietTable(tr("Why the person may do what"));
    m_table->setModel(m_rows);
    m_table->setWidths({190, 130, 66, 90});
    onDelete(m_table, [this] { takeAway(); });
    auto *choices = new QHBoxLayout;
    choices->addWidget(m_toggle);
    choices->addWidget(plan);
    choices->addStretch();
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 10, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_table, 1);
    layout->addLayout(buildAssignment());
    layout->addLayout(choices);
    m_why = new Panel(tr("Effective permission"));
    m_why->addTab(page, tr("May do, and why"));
    m_why->addCorner(m_application);
    connect(m_application, &ChoiceButton::chosen, this, &PersonPanel::applicationChosen);
    connect(m_toggle, &ChoiceButton::chosen, this, &PersonPanel::toggleWanted);
    connect(plan, &QPushButton::clicked, this, &PersonPanel::planWanted);
    return m_why;
}

QWidget *PersonPanel::buildToken()
{
    auto *area = new QScrollArea;
    m_notesArea = area;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Notes about the person"));
    auto *content = new QWidget;
    m_notes = new QVBoxLayout(content);
    m_notes->setContentsMargins(12, 10, 12, 10);
    m_notes->setSpacing(8);
    area->setWidget(content);
    content->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    m_preview = new CodeView(tr("Claims that a login would give"));
    auto *panel = new Panel(tr("The token of a login"));
    panel->addTab(area, tr("Notes"));
    panel->addTab(m_preview, tr("Token preview"));
    return panel;
}

QHBoxLayout *PersonPanel::buildAssignment()
{
    m_collection = new QLineEdit;
    m_collection->setPlaceholderText(tr("Role collection"));
    m_collection->setAccessibleName(tr("Role collection to assign to the user"));
    m_collectionNames = new QStringListModel(this);
    auto *completer = new QCompleter(m_collectionNames, m_collection);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_collection->setCompleter(completer);
    auto *assign = new QPushButton(tr("Assign"));
    auto *take = new QPushButton(tr("Take away"));
    take->setToolTip(tr("Takes the role collection of the chosen line away (Delete)"));
    makeQuiet(take);
    auto *entry = new QHBoxLayout;
    entry->addWidget(m_collection, 1);
    entry->addWidget(assign);
    entry->addWidget(take);
    m_entries = {m_collection, assign, take};
    connect(m_collection, &QLineEdit::returnPressed, this, &PersonPanel::assign);
    connect(assign, &QPushButton::clicked, this, &PersonPanel::assign);
    connect(take, &QPushButton::clicked, this, &PersonPanel::takeAway);
    return entry;
}

void PersonPanel::assign()
{
    const auto wanted = m_collection->text().trimmed();
    if (wanted.isEmpty() || !m_directory)
        return;
    for (const auto &collection : m_directory->roleCollections) {
        if (collection.name.compare(wanted, Qt::CaseInsensitive) != 0)
            continue;
        m_collection->clear();
        Q_EMIT changeWanted(admin::assignUserChange(collection.name, m_user));
        return;
    }
    Q_EMIT refused(tr("There is no role collection “%1”.").arg(wanted));
}

void PersonPanel::takeAway()
{
    const auto row = m_table->currentIndex().row();
    if (row < 0 || row >= m_rowCollections.size())
        return;
    const auto &collection = m_rowCollections.at(row);
    if (!collection.via.isEmpty()) {
        Q_EMIT refused(tr("%1 comes with %2; take it away from that group.")
                           .arg(collection.name, collection.via));
        return;
    }
    auto change = admin::assignUserChange(collection.name, m_user);
    change.kind = admin::Change::Kind::UnassignUser;
    Q_EMIT changeWanted(change);
}

void PersonPanel::setDirectory(const SharedDirectory &directory)
{
    m_directory = directory;
    QStringList names;
    for (const auto &collection : directory->roleCollections)
        names << collection.name;
    m_collectionNames->setStringList(names);
    QList<Choice> apps;
    for (const auto &app : directory->applications)
        apps.append({app.appId, app.appId, {}, {}});
    m_application->setChoices(apps);
}

void PersonPanel::showNobody()
{
    m_heading->setText(tr("Choose a user to see what the user may do, and through what."));
    m_heading->setMuted(true);
    m_rows->setRows({});
    m_preview->setCode({}, CodeView::Language::Json);
    m_plan->hide();
    m_toggle->hide();
    for (auto *entry : std::as_const(m_entries))
        entry->setEnabled(false);
    showNotes({});
}

void PersonPanel::show(const PersonView &person)
{
    const auto &effective = person.effective;
    const auto &scopes = effective.authorizations.scopes;
    QStringList local;
    for (const auto &scope : scopes)
        local << scope.section(u'.', -1);
    const auto name = admin::Words::user({effective.user.userName, effective.user.origin});
    m_heading->setMuted(false);
    const bool isSo = person.look.isEmpty() && !person.planned;
    const auto heading = local.isEmpty()
        ? (isSo ? tr("%1 may do nothing at %2.") : tr("%1 could do nothing at %2."))
              .arg(name, effective.appId)
        : (isSo ? tr("%1 has %2 at %3.") : tr("%1 would have %2 at %3."))
              .arg(name, local.join(u", "_s), effective.appId);
    m_heading->setText(heading);
    m_application->setCurrentId(effective.appId);
    m_user = {effective.user.userName, effective.user.origin};
    for (auto *entry : std::as_const(m_entries))
        entry->setEnabled(true);
    showRows(person);
    showChoices(person);
    m_preview->setCode(person.preview, CodeView::Language::Json);
    showNotes(person);
}

void PersonPanel::showRows(const PersonView &person)
{
    const auto before = m_table->currentIndex().row();
    QList<QStringList> rows;
    m_rowCollections.clear();
    for (const auto &collection : person.effective.collections) {
        QString title = collection.name;
        if (!collection.via.isEmpty())
            title = tr("%1 (%2)").arg(collection.name, collection.via);
        if (collection.name == person.look)
            title = tr("What if: %1").arg(title);
        if (collection.roles.isEmpty())
            rows.append({title, tr("no role"), QString(), QString()});
        for (const auto &role : collection.roles)
            rows.append({title, role.role.name, scopesOf(role), attributesOf(role)});
        while (m_rowCollections.size() < rows.size())
            m_rowCollections.append(collection);
    }
    m_rows->setRows(rows);
    if (!rows.isEmpty())
        m_table->setCurrentIndex(m_rows->index(std::clamp(before, 0, int(rows.size()) - 1), 0));
}

void PersonPanel::showChoices(const PersonView &person)
{
    constexpr qsizetype most = 200; // in a menu
    QList<Choice> choices{{QString(), tr("as it is"), {}, {}}};
    for (const auto &collection : m_directory->roleCollections) {
        const auto &held = person.effective.authorizations.roleCollections;
        const bool has = held.contains(collection.name) != (collection.name == person.look);
        choices.append(
            {collection.name,
             has ? tr("without %1").arg(collection.name) : tr("with %1").arg(collection.name),
             {},
             {}});
    }
    m_toggle->setChoices(choices.first(std::min(choices.size(), most)));
    m_toggle->setCurrentId(person.look);
    m_toggle->show();
    m_plan->setVisible(!person.look.isEmpty());
}

void PersonPanel::showNotes(const PersonView &person)
{
    while (auto *item = m_notes->takeAt(0)) {
        if (auto *old = item->widget()) { // it may be the button that led here
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    const auto add = [this](Tone tone, const QString &title, const QString &sentence) {
        m_notes->addWidget(new NoteCard(tone, title, sentence));
    };
    if (!person.look.isEmpty())
        add(Tone::Accent, tr("What if"), tr("Nothing was changed: this is a look."));
    if (person.planned)
        add(Tone::Accent,
            tr("Planned"),
            tr("This is shown with the planned changes. Nothing is sent before Apply, and no token "
               "has them yet."));
    if (!person.compared.isEmpty()) {
        QStringList sentences{person.compared};
        for (const auto &difference : person.differences)
            sentences << difference.sentence;
        add(person.differences.isEmpty() ? Tone::Person : Tone::Error,
            tr("Preview and real token"),
            sentences.join(u' '));
    }
    if (person.tokenIsOld) {
        auto *again = new QPushButton(tr("Sign in again"));
        again->setToolTip(tr("Gets %1 a token that has what was assigned since")
                              .arg(person.effective.user.userName));
        m_notes->addWidget(again, 0, Qt::AlignLeft);
        connect(again, &QPushButton::clicked, this, &PersonPanel::signInWanted);
    }
    for (const auto &trap : person.effective.traps)
        add(Tone::Client, trap.subject, trap.sentence);
    if (!person.attributesKnown)
        add(Tone::Neutral,
            tr("Attributes"),
            tr("What the identity provider sends along is known only after a login."));
    if (m_notes->count() == 0) {
        auto *none = new WrappedLabel(tr("Nothing that could surprise."));
        none->setMuted(true);
        m_notes->addWidget(none);
    }
    m_notes->addStretch();
    stopBehind(m_notesArea, m_notesArea->widget());
}

} // namespace tokentrail::ui
