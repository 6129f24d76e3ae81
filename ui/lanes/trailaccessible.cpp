// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lanes/hopwords.h"
#include "ui/lanes/trailview.h"

#include <QAccessibleWidget>

#include <algorithm>
#include <map>

namespace tokentrail::ui {

namespace {

// A hop as an item of the list that the view is.
class HopAccessible : public QAccessibleInterface
{
public:
    HopAccessible(TrailView *view, int index)
        : m_view(view)
        , m_index(index)
    { }

    const trail::Hop *hop() const
    {
        if (!m_view || m_index >= m_view->trail().hops.size())
            return nullptr;
        return &m_view->trail().hops.at(m_index);
    }

    bool isValid() const override { return hop() != nullptr; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override { }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        if (!hop())
            return {};
        if (kind == QAccessible::Name)
            return hopInWords(m_view->trail(), *hop());
        if (kind == QAccessible::Description)
            return TrailView::tr("Return opens its request, response and tokens");
        return {};
    }

    QRect rect() const override
    {
        if (!hop())
            return {};
        const auto band = m_view->hopRect(hop()->id);
        return QRect(m_view->viewport()->mapToGlobal(band.topLeft()), band.size());
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        if (hop() && m_view->selectedHop() == hop()->id) {
            state.selected = true;
            state.focused = m_view->hasFocus();
        }
        return state;
    }

private:
    QPointer<TrailView> m_view;
    int m_index;
};

class TrailAccessible : public QAccessibleWidget
{
public:
    explicit TrailAccessible(TrailView *view)
        : QAccessibleWidget(view, QAccessible::List, view->accessibleName())
        , m_view(view)
    { }

    ~TrailAccessible() override
    {
        for (const auto &[index, id] : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(m_view->trail().hops.size()); }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const auto known = m_ids.find(index);
        if (known != m_ids.end())
            return QAccessible::accessibleInterface(known->second);
        auto *made = new HopAccessible(m_view, index); // the registry owns it
        m_ids.emplace(index, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto found = std::find_if(m_ids.begin(), m_ids.end(), [child](const auto &entry) {
            return QAccessible::accessibleInterface(entry.second) == child;
        });
        return found == m_ids.end() ? -1 : found->first;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (auto i = 0; i < childCount(); ++i) {
            if (auto *hop = child(i); hop->rect().contains(x, y))
                return hop;
        }
        return nullptr;
    }

    QAccessibleInterface *focusChild() const override
    {
        const auto number = numberOf(m_view->trail(), m_view->selectedHop());
        return m_view->hasFocus() && number > 0 ? child(number - 1) : nullptr;
    }

private:
    TrailView *m_view;
    mutable std::map<int, QAccessible::Id> m_ids;
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<TrailView *>(object);
    return view ? new TrailAccessible(view) : nullptr;
}

} // namespace

void installTrailAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace tokentrail::ui
