@cds.external
service API_FUNCTIONALLOCATION {
  @cds.persistence.skip
  entity FunctionalLocation {
    key FunctionalLocation    : String(40);
        FunctionalLocationName: String(40);
        LastChangedByUser     : String(12);
  }
}
