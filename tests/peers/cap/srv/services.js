// One implementation for all three services: hand the query to the remote service.
const cds = require('@sap/cds');

class Remote extends cds.ApplicationService {
  async init() {
    if (this.entities.FunctionalLocation) {
      const s4 = await cds.connect.to('API_FUNCTIONALLOCATION');
      this.on('READ', 'FunctionalLocation', (req) => s4.run(req.query));
    }
    this.on('whoami', (req) =>
      JSON.stringify({ id: req.user.id, roles: Object.keys(req.user.roles), tenant: req.user.tenant }));
    this.on('ping', () => 'pong');
    return super.init();
  }
}

module.exports = { ApiService: Remote, AdminService: Remote, OpenService: Remote };
