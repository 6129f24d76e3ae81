// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/conversations.h"

namespace tokentrail::test {

using namespace Qt::StringLiterals;

QString healthyPrincipalPropagation()
{
    return uR"(
token alice user=alice scope=app!t1.admin
token S cid=sb-dest
token C cid=sb-conn
0-20    console>xsuaa POST /oauth/token 200 by=console,xsuaa grant=password client=sb-app!t1 username=alice issued=alice
100-200 console>service GET /api/FunctionalLocation?$top=3 200 by=console,service bearer=alice corr=c1 | {"value":[{"ID":"FL1","LastChangedByUser":"ALICE"}]}
105-107 service>xsuaa GET /token_keys?zid=z1 200 corr=c1 | {"keys":[]}
110-120 service>xsuaa POST /oauth/token 200 by=service,xsuaa grant=client_credentials client=sb-dest zid=z1 ua=nodejs-xssec-4 issued=S
125-135 service>destination GET /destination-configuration/v1/destinations/S4_PP?$skipTokenRetrieval=true 200 by=service,destination bearer=S dest=PrincipalPropagation,OnPremise,http://s4virtual:44300
140-150 service>xsuaa POST /oauth/token 200 by=service,xsuaa grant=client_credentials client=sb-conn zid=z1 ua=nodejs-xssec-4 issued=C
155-190 service>proxy GET http://s4virtual:44300/sap/opu/odata/sap/API_FUNCTIONALLOCATION/FunctionalLocation?$top=3 200 by=service,proxy proxyauth=C connauth=alice corr=c1 | {"d":{"results":[{"LastChangedByUser":"ALICE"}]}}
160-185 cloud-connector>backend GET /sap/opu/odata/sap/API_FUNCTIONALLOCATION/FunctionalLocation?$top=3 200 by=backend cert=CN=alice corr=c1 note.backendUser=ALICE | {"d":{"results":[{"LastChangedByUser":"ALICE"}]}}
)"_s;
}

QString userLostInsideService()
{
    return uR"(
token alice user=alice scope=app!t1.admin
token S cid=sb-dest
100-200 console>service GET /ext/FunctionalLocation 502 by=console,service bearer=alice corr=c1 | {"error":{"message":"Error during request to remote service: Failed to load destination.","code":"502"}}
110-120 service>xsuaa POST /oauth/token 200 by=service,xsuaa grant=client_credentials client=sb-dest ua=nodejs-xssec-4 issued=S
125-135 service>destination GET /destination-configuration/v1/destinations/S4_PP?$skipTokenRetrieval=true 200 by=service,destination bearer=S dest=PrincipalPropagation,OnPremise,http://s4virtual:44300
)"_s;
}

QString strangersCall()
{
    return uR"(
token stranger user=stranger zid=z7
token T cid=sb-dest zid=z7
token D cid=sb-conn zid=z7
20-230 console>service GET /api/Equipment 200 by=console,service bearer=stranger corr=other1
112-121 service>xsuaa POST /oauth/token 200 by=service,xsuaa grant=client_credentials client=sb-dest zid=z7 issued=T
126-136 service>destination GET /destination-configuration/v1/destinations/EQ_PP?$skipTokenRetrieval=true 200 by=service,destination bearer=T dest=PrincipalPropagation,OnPremise,http://eqvirtual:44300
141-149 service>xsuaa POST /oauth/token 200 by=service,xsuaa grant=client_credentials client=sb-conn zid=z7 issued=D
156-189 service>proxy GET http://eqvirtual:44300/sap/opu/odata/sap/EQ/Equipment 200 by=service,proxy proxyauth=D connauth=stranger corr=other1
161-184 cloud-connector>backend GET /sap/opu/odata/sap/EQ/Equipment 200 by=backend cert=CN=stranger corr=other1
)"_s;
}

} // namespace tokentrail::test
