// Ways in which real projects add routes beside CAP's own. PEER_VARIANT picks one.
const cds = require('@sap/cds');

async function readRemote(req, res) {
  try {
    const s4 = await cds.connect.to('API_FUNCTIONALLOCATION');
    res.json({ value: await s4.run(SELECT.from(s4.entities.FunctionalLocation).limit(3)) });
  } catch (error) {
    console.error(error);
    res.status(502).json({ error: { message: error.message, cause: error.reason?.message ?? error.cause?.message } });
  }
}

cds.on('bootstrap', (app) => {
  if (process.env.PEER_VARIANT === 'express-route') app.get('/ext/FunctionalLocation', readRemote);
  if (process.env.PEER_VARIANT === 'thread') {
    // The server.js of the thread, with what newer packages demand: the query's name, the v3
    // strategy, a path that express takes; and, as its author meant, next() for valid tokens.
    const xsenv = require('@sap/xsenv');
    const passport = require('passport');
    const { JWTStrategy } = require('@sap/xssec').v3;
    passport.use(new JWTStrategy(xsenv.getServices({ uaa: { tag: 'xsuaa' } }).uaa));
    app.use('/endpoint', passport.authenticate('JWT', { session: false }), (req, res, next) =>
      req.authInfo ? next() : res.status(401).end());
    app.get('/endpoint/FunctionalLocation', readRemote);
  }
});

module.exports = cds.server;
