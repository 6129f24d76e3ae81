// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectdesk.h"
#include "app/console/translations.h"
#include "ui/project/descriptoreditor.h"
#include "ui/project/descriptoroutline.h"
#include "ui/project/descriptorpanel.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QKeyEvent>
#include <QPainter>
#include <QTemporaryDir>

// tokentrail-descriptorportrait DIR [SIZE]: xs-security.json on the Project page, as a form and as
// a text, in light and dark: small, with 60 scopes, broken, and not there.

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

const QByteArray small = R"json({
  "xsappname": "shop",
  "tenant-mode": "dedicated",
  "x-owner": "team green",
  "scopes": [
    {"name": "$XSAPPNAME.Viewer", "description": "Reads all orders"},
    {"name": "$XSAPPNAME.Admin", "description": "Changes all orders", "granted-apps": ["$XSAPPNAME(application,billing)"]},
    {"name": "$XSAPPNAME.Auditor 2"}
  ],
  "attributes": [
    {"name": "country", "description": "Where orders come from", "valueType": "string", "valueRequired": false},
    {"name": "level"}
  ],
  "role-templates": [
    {"name": "Viewer", "description": "Reads all orders", "default-role-name": "Reads orders",
     "scope-references": ["$XSAPPNAME.Viewer", "uaa.user"],
     "attribute-references": ["country", {"name": "level", "default-values": ["1", "2"]}]},
    {"name": "Admin", "scope-references": ["$XSAPPNAME.Admin", "$XSAPPNAME.Gone"], "attribute-references": ["level"]}
  ],
  "role-collections": [
    {"name": "Shop: all", "role-template-references": ["$XSAPPNAME.Viewer", "$XSAPPNAME.Admin"]}
  ],
  "oauth2-configuration": {
    "token-validity": 30,
    "redirect-uris": ["https://*.shop.example.com/login", "https://*/back"],
    "credential-types": ["binding-secret", "instance-secret"]
  }
}
)json";

QByteArray sixtyScopes()
{
    QByteArrayList scopes;
    QByteArrayList references;
    for (int i = 1; i <= 60; ++i) {
        const QByteArray name = "\"$XSAPPNAME.Scope" + QByteArray::number(i) + '"';
        scopes << "    {\"name\": " + name + ", \"description\": \"The scope number "
                + QByteArray::number(i) + "\"}";
        references << name;
    }
    return "{\n  \"xsappname\": \"big\",\n  \"scopes\": [\n" + scopes.join(",\n")
        + "\n  ],\n  \"role-templates\": [\n    {\"name\": \"Everything\", \"scope-references\": ["
        + references.join(", ") + "]}\n  ]\n}\n";
}

class Portrait
{
public:
    Portrait(QApplication &app, const QDir &dir, const QSize &size)
        : m_app(app)
        , m_dir(dir)
        , m_window(m_seams)
        , m_bench(m_window, Clock::system())
        , m_desk(m_bench)
    {
        m_window.resize(size);
        m_window.show();
        m_window.showPage(9);
    }

    void open(const QByteArray &descriptor)
    {
        m_project = std::make_unique<QTemporaryDir>();
        QFile package(m_project->filePath(u"package.json"_s));
        QFile file(m_project->filePath(u"xs-security.json"_s));
        if (!package.open(QIODevice::WriteOnly) || package.write("{\"name\": \"shop\"}") < 0)
            return;
        if (!descriptor.isEmpty() && file.open(QIODevice::WriteOnly))
            file.write(descriptor);
        package.close();
        file.close();
        QEventLoop reading;
        QObject::connect(&m_desk, &console::ProjectDesk::shown, &reading, &QEventLoop::quit);
        m_desk.open(m_project->path());
        reading.exec();
        page()->findChild<ui::Panel *>()->setCurrentIndex(3);
        panel()->showForm(true);
    }

    void shootEntry(const QStringList &entry, const QString &name)
    {
        panel()->findChild<ui::DescriptorOutline *>()->setCurrentEntry(entry);
        shoot(name);
    }

    void shootText(const QString &name)
    {
        panel()->showForm(false);
        shoot(name);
    }

    // The list of words is a window of its own: both in one picture.
    void shootWords(const QString &name)
    {
        auto *editor = panel()->findChild<ui::DescriptorEditor *>();
        auto cursor = editor->document()->find(u"\"tenant-mode\""_s);
        cursor.setPosition(cursor.selectionStart());
        editor->setTextCursor(cursor);
        editor->setFocus();
        cursor.insertText(u"\"r\n  "_s);
        cursor.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor, 3);
        editor->setTextCursor(cursor);
        QKeyEvent ask(QEvent::KeyPress, Qt::Key_Space, Qt::ControlModifier);
        QApplication::sendEvent(editor, &ask);
        shoot(name);
        editor->undo();
    }

    void showBroken()
    {
        auto *editor = panel()->findChild<ui::DescriptorEditor *>();
        auto cursor = editor->document()->find(u"\"scopes\""_s);
        cursor.insertText(u"\"sco"_s);
    }

private:
    ui::ProjectPage *page() const { return m_window.findChild<ui::ProjectPage *>(); }
    ui::DescriptorPanel *panel() const { return page()->descriptor(); }

    void shoot(const QString &name)
    {
        for (const auto appearance : {ui::Appearance::Light, ui::Appearance::Dark}) {
            ui::applyAppearance(m_app, appearance);
            for (auto i = 0; i < 3; ++i)
                QApplication::processEvents();
            auto picture = m_window.grab();
            if (auto *words = panel()->findChild<QCompleter *>()->popup(); words->isVisible()) {
                QPainter painter(&picture);
                painter.drawPixmap(m_window.mapFromGlobal(words->mapToGlobal(QPoint())),
                                   words->grab());
            }
            picture.save(m_dir.filePath(name + u'-' + ui::nameOf(appearance) + u".png"_s));
        }
    }

    QApplication &m_app;
    QDir m_dir;
    ui::Seams m_seams;
    ui::MainWindow m_window;
    console::Workbench m_bench;
    console::ProjectDesk m_desk;
    std::unique_ptr<QTemporaryDir> m_project;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    console::installTranslations(app);
    const QDir dir(QApplication::arguments().value(1, u"."_s));
    const auto size = QApplication::arguments().value(2, u"1360x860"_s).split(u'x');
    if (!dir.mkpath(u"."_s))
        return 3;
    ui::applyAppearance(app, ui::Appearance::Light);
    Portrait portrait(app, dir, {size.value(0).toInt(), size.value(1).toInt()});
    portrait.open(small);
    portrait.shootEntry(ui::DescriptorOutline::general(), u"general"_s);
    portrait.shootEntry({u"scopes"_s}, u"scopes"_s);
    portrait.shootEntry({u"scopes"_s, u"2"_s}, u"scope"_s);
    portrait.shootEntry({u"attributes"_s, u"0"_s}, u"attribute"_s);
    portrait.shootEntry({u"role-templates"_s, u"0"_s}, u"template"_s);
    portrait.shootEntry({u"role-templates"_s, u"1"_s}, u"template-wrong"_s);
    portrait.shootEntry({u"role-collections"_s, u"0"_s}, u"collection"_s);
    portrait.shootEntry(ui::DescriptorOutline::foreign(), u"foreign"_s);
    portrait.shootEntry({u"oauth2-configuration"_s}, u"oauth"_s);
    portrait.shootEntry(ui::DescriptorOutline::outcome(), u"outcome"_s);
    portrait.shootText(u"text"_s);
    portrait.shootWords(u"words"_s);
    portrait.open(sixtyScopes());
    portrait.shootEntry({u"role-templates"_s, u"0"_s}, u"sixty"_s);
    portrait.showBroken();
    portrait.shootEntry({u"role-templates"_s, u"0"_s}, u"broken"_s);
    portrait.open({});
    portrait.shootEntry(ui::DescriptorOutline::general(), u"nothing"_s);
    return 0;
}
