// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/backendmodel.h"

#include "core/sandbox/odatafilter.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tokentrail::sandbox {

namespace {

QByteArray attribute(const QString &value)
{
    return value.toHtmlEscaped().toUtf8();
}

QByteArray propertyElement(const Column &column, bool isKey)
{
    QByteArray out = "    <Property Name=\"" + attribute(column.name) + "\" Type=\""
        + attribute(column.type) + "\"";
    if (isKey)
        out += " Nullable=\"false\"";
    if (column.maxLength > 0)
        out += " MaxLength=\"" + QByteArray::number(column.maxLength) + "\"";
    if (column.type == u"Edm.DateTime")
        out += " Precision=\"0\" sap:display-format=\"Date\"";
    return out + " sap:label=\"" + attribute(column.label) + "\"/>\n";
}

QString literalOf(const text::Json &value, const Column &column)
{
    const QString text = value.toString();
    if (column.type != u"Edm.DateTime")
        return u'\'' + QString(text).replace(u"'"_s, u"''"_s) + u'\'';
    // "/Date(253402214400000)/" → datetime'9999-12-31T00:00:00'
    const auto ms = QStringView(text).mid(6, text.size() - 8).toLongLong();
    const auto moment = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return u"datetime'"_s + moment.toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u'\'';
}

QString date(int year, int month, int day)
{
    const QDateTime moment(QDate(year, month, day), QTime(0, 0), Qt::UTC);
    return u"/Date(%1)/"_s.arg(moment.toMSecsSinceEpoch());
}

text::Json functionalLocation(const QString &id,
                              const QString &name,
                              const QString &category,
                              const QString &plant,
                              const QString &superior)
{
    return text::Json::object({{u"FunctionalLocation"_s, id},
                               {u"FunctionalLocationLabelName"_s, id},
                               {u"FunctionalLocationName"_s, name},
                               {u"FunctionalLocationCategory"_s, category},
                               {u"MaintenancePlant"_s, plant},
                               {u"MaintenancePlanningPlant"_s, plant},
                               {u"SuperiorFunctionalLocation"_s, superior},
                               {u"CreationDate"_s, date(2021, 3, 1)},
                               {u"CreatedByUser"_s, u"TECHUSER"_s},
                               {u"LastChangedByUser"_s, u"TECHUSER"_s}});
}

text::Json
equipment(const QString &id, const QString &name, const QString &category, const QString &location)
{
    return text::Json::object({{u"Equipment"_s, id},
                               {u"ValidityEndDate"_s, date(9999, 12, 31)},
                               {u"ValidityStartDate"_s, date(2021, 3, 1)},
                               {u"EquipmentName"_s, name},
                               {u"EquipmentCategory"_s, category},
                               {u"FunctionalLocation"_s, location},
                               {u"MaintenancePlant"_s, u"1000"_s},
                               {u"CreatedByUser"_s, u"TECHUSER"_s},
                               {u"LastChangedByUser"_s, u"TECHUSER"_s}});
}

BackendService functionalLocations()
{
    const QString text = u"Edm.String"_s;
    return {u"API_FUNCTIONALLOCATION"_s,
            u"FunctionalLocation"_s,
            {u"FunctionalLocation"_s},
            {{u"FunctionalLocation"_s, text, 40, u"Functional Location"_s},
             {u"FunctionalLocationLabelName"_s, text, 40, u"Label"_s},
             {u"FunctionalLocationName"_s, text, 40, u"Description"_s},
             {u"FunctionalLocationCategory"_s, text, 1, u"Category"_s},
             {u"MaintenancePlant"_s, text, 4, u"Maintenance Plant"_s},
             {u"MaintenancePlanningPlant"_s, text, 4, u"Planning Plant"_s},
             {u"SuperiorFunctionalLocation"_s, text, 40, u"Superior Location"_s},
             {u"CreationDate"_s, u"Edm.DateTime"_s, 0, u"Created On"_s},
             {u"CreatedByUser"_s, text, 12, u"Created By"_s},
             {u"LastChangedByUser"_s, text, 12, u"Changed By"_s}},
            {functionalLocation(u"1000"_s, u"Plant Heidelberg"_s, u"M"_s, u"1000"_s, {}),
             functionalLocation(u"1000-A"_s, u"Pumping Station A"_s, u"M"_s, u"1000"_s, u"1000"_s),
             functionalLocation(u"1000-A-01"_s, u"Pump 1"_s, u"T"_s, u"1000"_s, u"1000-A"_s),
             functionalLocation(u"1000-A-02"_s, u"Pump 2"_s, u"T"_s, u"1000"_s, u"1000-A"_s),
             functionalLocation(u"2000"_s, u"Plant Walldorf"_s, u"M"_s, u"2000"_s, {}),
             functionalLocation(u"2000-B"_s, u"Boiler House"_s, u"M"_s, u"2000"_s, u"2000"_s)}};
}

BackendService equipments()
{
    const QString text = u"Edm.String"_s;
    return {u"API_EQUIPMENT"_s,
            u"Equipment"_s,
            {u"Equipment"_s, u"ValidityEndDate"_s},
            {{u"Equipment"_s, text, 18, u"Equipment"_s},
             {u"ValidityEndDate"_s, u"Edm.DateTime"_s, 0, u"Valid To"_s},
             {u"ValidityStartDate"_s, u"Edm.DateTime"_s, 0, u"Valid From"_s},
             {u"EquipmentName"_s, text, 40, u"Description"_s},
             {u"EquipmentCategory"_s, text, 1, u"Category"_s},
             {u"FunctionalLocation"_s, text, 40, u"Functional Location"_s},
             {u"MaintenancePlant"_s, text, 4, u"Maintenance Plant"_s},
             {u"CreatedByUser"_s, text, 12, u"Created By"_s},
             {u"LastChangedByUser"_s, text, 12, u"Changed By"_s}},
            {equipment(u"10000001"_s, u"Motor of Pump 1"_s, u"M"_s, u"1000-A-01"_s),
             equipment(u"10000002"_s, u"Motor of Pump 2"_s, u"M"_s, u"1000-A-02"_s),
             equipment(u"10000003"_s, u"Boiler"_s, u"M"_s, u"2000-B"_s)}};
}

// Key='a,b',Other=… → its parts; a lone literal is the only key.
QStringList keyParts(QStringView predicate)
{
    static const QRegularExpression part(u"\\s*((?:[^,']|'(?:[^']|'')*')+)\\s*(?:,|$)"_s);
    QStringList parts;
    for (auto it = part.globalMatch(predicate.toString()); it.hasNext();)
        parts.append(it.next().captured(1).trimmed());
    return parts;
}

} // namespace

QStringList BackendService::columnNames() const
{
    QStringList names;
    for (const auto &column : columns)
        names.append(column.name);
    return names;
}

QByteArray BackendService::metadata() const
{
    const QByteArray space = attribute(name);
    const QByteArray set = attribute(entitySet);
    QByteArray out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                     "<edmx:Edmx Version=\"1.0\" "
                     "xmlns:edmx=\"http://schemas.microsoft.com/ado/2007/06/edmx\" "
                     "xmlns:m=\"http://schemas.microsoft.com/ado/2007/08/dataservices/metadata\" "
                     "xmlns:sap=\"http://www.sap.com/Protocols/SAPData\">\n"
                     " <edmx:DataServices m:DataServiceVersion=\"2.0\">\n"
                     "  <Schema Namespace=\""
        + space
        + "\" xml:lang=\"en\" sap:schema-version=\"1\" "
          "xmlns=\"http://schemas.microsoft.com/ado/2008/09/edm\">\n"
          "   <EntityType Name=\""
        + set + "Type\" sap:content-version=\"1\">\n    <Key>\n";
    for (const auto &key : keys)
        out += "     <PropertyRef Name=\"" + attribute(key) + "\"/>\n";
    out += "    </Key>\n";
    for (const auto &column : columns)
        out += propertyElement(column, keys.contains(column.name));
    return out
        + "   </EntityType>\n"
          "   <EntityContainer Name=\""
        + space
        + "_Entities\" m:IsDefaultEntityContainer=\"true\" sap:supported-formats=\"json\">\n"
          "    <EntitySet Name=\""
        + set + "\" EntityType=\"" + space + "." + set
        + "Type\" sap:content-version=\"1\"/>\n"
          "   </EntityContainer>\n"
          "  </Schema>\n"
          " </edmx:DataServices>\n"
          "</edmx:Edmx>\n";
}

Result<text::Json> BackendService::keyFrom(QStringView predicate) const
{
    auto key = text::Json::object();
    const auto parts = keyParts(predicate);
    for (const auto &part : parts) {
        const auto equals = part.indexOf(u'=');
        const auto quote = part.indexOf(u'\'');
        const bool named = equals > 0 && (quote < 0 || equals < quote);
        const QString keyName = named ? part.first(equals).trimmed() : keys.constFirst();
        const auto value = parseODataLiteral(named ? QStringView(part).sliced(equals + 1).trimmed()
                                                   : QStringView(part));
        if (!value || !keys.contains(keyName) || (!named && parts.size() > 1))
            return Error{ErrorCode::InvalidInput,
                         u"Invalid key predicate type for '%1'."_s.arg(keyName)};
        key.set(keyName, *value);
    }
    if (key.size() != keys.size())
        return Error{ErrorCode::InvalidInput, u"Invalid key predicate."_s};
    return key;
}

QString BackendService::keyPredicate(const text::Json &row) const
{
    QStringList parts;
    for (const auto &column : columns) {
        if (keys.contains(column.name)) {
            const QString literal = literalOf(row[column.name], column);
            parts.append(keys.size() == 1 ? literal : QString(column.name + u'=' + literal));
        }
    }
    return u'(' + parts.join(u',') + u')';
}

qsizetype BackendService::indexOf(const text::Json &key) const
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        bool same = true;
        for (const auto &member : key.members())
            same = same && rows[i][member.name] == member.value;
        if (same)
            return i;
    }
    return -1;
}

BackendModel BackendModel::sample()
{
    return {{functionalLocations(), equipments()}};
}

BackendService *BackendModel::find(QStringView name)
{
    for (auto &service : services) {
        if (service.name == name)
            return &service;
    }
    return nullptr;
}

} // namespace tokentrail::sandbox
