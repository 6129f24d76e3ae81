// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/envoldnames.h"

#include <QStringList>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

// The object below a node, made where there is none.
EnvNodePtr child(const EnvNodePtr &node, const QString &name)
{
    auto found = node->find(name);
    if (!found || found->isScalar()) {
        found = EnvNode::object();
        node->set(name, found);
    }
    return found;
}

bool isUrl(const QString &text)
{
    return text.indexOf("://"_L1) > 0 && !text.endsWith("://"_L1);
}

void setData(const EnvNodePtr &root, const EnvNode::Member &member)
{
    if (member.name == "sql_mapping"_L1)
        return child(root, u"sql"_s)->set(u"names"_s, member.value);
    const auto db = child(child(root, u"requires"_s), u"db"_s);
    if (member.name == "model"_L1) {
        db->set(u"model"_s, member.value);
        child(root, u"folders"_s)->set(u"db"_s, member.value);
    } else if (member.name == "driver"_L1) {
        db->set(u"kind"_s, member.value);
    } else {
        const bool isUrlOfServer = member.name == "url"_L1 && isUrl(member.value->string());
        child(db, u"credentials"_s)->set(isUrlOfServer ? u"url"_s : u"database"_s, member.value);
    }
}

} // namespace

bool isOldName(const QString &name)
{
    return name == "data"_L1 || name == "service"_L1 || name == "sql_mapping"_L1;
}

void setOldName(const EnvNodePtr &root, const QString &name, const EnvNodePtr &value)
{
    static const QStringList ofData = {
        u"model"_s, u"driver"_s, u"url"_s, u"database"_s, u"sql_mapping"_s};
    if (name == "sql_mapping"_L1)
        return child(root, u"sql"_s)->set(u"names"_s, value);
    if (!value->isObject())
        return; // the accessor itself cannot be replaced
    for (const auto &member : value->members()) {
        if (name == "data"_L1 && ofData.contains(member.name))
            setData(root, member);
        else if (name == "service"_L1 && member.name == "model"_L1)
            child(root, u"folders"_s)->set(u"srv"_s, member.value);
        else if (name == "service"_L1 && member.name == "odata"_L1)
            root->set(u"odata"_s, member.value);
    }
}

std::optional<Redirection> redirected(const EnvNodePtr &root,
                                      const EnvNodePtr &target,
                                      const EnvNode::Member &member,
                                      int cdsVersion)
{
    const auto &name = member.name;
    if (target == root->find(u"features")) {
        if (name == "fiori_preview"_L1 || name == "fiori_routes"_L1)
            return Redirection{child(root, u"fiori"_s), name.sliced(6), member.value};
        if (name == "string_decimals"_L1 && cdsVersion < 10)
            return Redirection{};
    } else if (target == root->find(u"hana") && name == "syntax"_L1) {
        const auto isHdi = member.value->string() == "hdi"_L1;
        return Redirection{target,
                           u"deploy-format"_s,
                           isHdi ? EnvNode::scalar(u"hdbtable"_s, member.value->origin())
                                 : member.value};
    }
    return std::nullopt;
}

void repeatOldSwitches(const EnvNodePtr &root, int cdsVersion)
{
    const auto features = root->find(u"features");
    if (cdsVersion >= 10 || !features || !features->isObject())
        return;
    if (const auto value = features->find(u"ieee754compatible"))
        features->set(u"string_decimals"_s, value);
}

} // namespace tokentrail::cap
