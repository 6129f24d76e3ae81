// The server.js of the thread and its near relations. PEER_VARIANT picks one.
const cds = require('@sap/cds');

const variants = {
  // as it stood there: the strategy of xssec 3
  moved() {
    const { JWTStrategy } = require('@sap/xssec');
    new JWTStrategy({});
  },
  // asked for as "uaa", read as "xsuaa"
  query(app) {
    const passport = require('passport');
    const uaaServices = require('@sap/xsenv').getServices({ uaa: { tag: 'xsuaa' } });
    passport.use(new (require('@sap/xssec').v3.JWTStrategy)(uaaServices.xsuaa));
    app.use('/user', passport.authenticate('JWT', { session: false }));
  },
  // answers 403 itself where it should call next()
  ends(app) {
    protect(app, (req, res) => (req.isAuthenticated?.() === false || !req.user ? res.status(401).end() : res.status(403).end()));
  },
  // repaired: calls next()
  passes(app) {
    protect(app, (req, res, next) => next());
  },
};

function protect(app, then) {
  const passport = require('passport');
  passport.use(new (require('@sap/xssec').v3.JWTStrategy)(require('@sap/xsenv').getServices({ uaa: { tag: 'xsuaa' } }).uaa));
  app.use(passport.initialize());
  app.use(['/user', '/admin', '/open'], passport.authenticate('JWT', { session: false }), then);
}

cds.on('bootstrap', (app) => variants[process.env.PEER_VARIANT]?.(app));

module.exports = cds.server;
