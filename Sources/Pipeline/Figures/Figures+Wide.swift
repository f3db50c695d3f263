import Aggregate
import Render

extension Figures {
  /// The columns of a wide table of them.
  var wideColumns: WideColumns { WideColumns(columns, scales: columns.indices.map(scale)) }
}
