import Model
import Store

extension Workspace {
  /// Forgets all that was kept apart of persons: the files as they came, and the secret behind pseudonyms. Figures
  /// stay as they are: the history never had what is forgotten. Answers with one line.
  ///
  /// Throws exit code 75 where another run holds the lock.
  public func forget() throws(Failure) -> String {
    let lock = try lock()
    let language = campaign.language
    guard try hasPersonal() else {
      return language.pick("没有另存的个人信息", "nothing personal is kept apart")
    }
    let count = try Failure.of(language) { () throws(StoreError) in
      let store = try PersonalStore(personal.bytes)
      let count = try store.count()
      try store.forget()
      return count
    }
    _ = consume lock
    return language.pick(
      "已删除另存的\(count)份含个人信息的原件和化名密钥；收件目录里的文件请自行处理",
      "forgotten: \(count) files as they came, and the secret behind pseudonyms; what lies in the inbox is yours to remove"
    )
  }
}
