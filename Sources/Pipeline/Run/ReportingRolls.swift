import Aggregate
import Model

extension [ReportingRoll] {
  /// Who has reported, form by form.
  init(_ campaign: Campaign, _ returns: Returns) {
    self = campaign.monthlyForms.map { ReportingRoll(form: $0, campaign: campaign, returns: returns) }
  }

  /// The numbers at and below a unit, over all levels and all forms.
  func tally(of unit: Int) -> ReportingTally {
    reduce(into: ReportingTally()) { $0.add($1.tally(of: unit)) }
  }
}
