public import Model

extension StoreError {
  /// What happened, what was kept and what to do, in one paragraph.
  public func message(_ language: Language) -> String {
    switch language {
    case .zh: "\(path)：\(chinese)"
    case .en: "\(path): \(english)"
    }
  }

  private var chinese: String {
    switch kind {
    case .missing: "没有历史库。请核对路径；第一次入库时会自动建立。"
    case .notDatabase: "不是 SQLite 数据库，未作任何改动。请把它移走，或从备份恢复 history.sqlite。"
    case .corrupt: "历史库已损坏，未作任何改动。请保留此文件，从备份恢复；也可用 sqlite3 的 .recover 取出可读的部分。"
    case .unreadable(let what): "历史库中有不该有的内容（\(what)），可能已损坏或被其他程序改过；未作任何改动。请保留此文件，从备份恢复。"
    case .foreign: "是其他程序的数据库，未作任何改动。请核对路径，或把它移走。"
    case .newer: "由更新版本的程序写过，未作任何改动。请升级本程序后再试。"
    case .readOnly: "文件或所在文件夹不可写，未写入任何内容，原有内容完好。请检查权限或磁盘是否只读，然后重试。"
    case .full: "磁盘已满，本次内容没有写入，原有内容完好。请腾出空间，然后重试。"
    case .busy: "另一个进程正在写入，等待 5 秒后放弃；本次内容没有写入，原有内容完好。请稍后重试。"
    case .cannotOpen: "无法打开，未作任何改动。请检查文件和文件夹的权限、打开的文件是否过多；若旁边有 -wal 文件，请一并复制到可写的文件夹再打开。"
    case .shortage: "内存不足，本次内容没有写入，原有内容完好。请稍后重试。"
    case .unconfirmed: "磁盘没有确认写入；以前的内容完好，本次内容是否已写入尚不确定。请检查磁盘，然后重新运行：下次运行会补齐，不会重复。"
    case .refused(let why): "本次内容不合历史库的规则（\(why)），没有写入，原有内容完好。这是程序的错误，请报告。"
    case .failed(let why): "SQLite 出错（\(why)），本次内容没有写入，原有内容完好。请检查磁盘，然后重试。"
    }
  }

  private var english: String {
    switch kind {
    case .missing:
      "there is no history here. Check the path; the first addition creates it."
    case .notDatabase:
      "not a SQLite database; nothing was changed. Move it away, or restore history.sqlite from a backup."
    case .corrupt:
      "the history is damaged; nothing was changed. Keep the file and restore a backup, "
        + "or take out what can be read with sqlite3's .recover."
    case .unreadable(let what):
      "the history holds what it should not (\(what)): it is damaged, or another program has changed it; nothing was "
        + "changed. Keep the file and restore a backup."
    case .foreign:
      "the database of another program; nothing was changed. Check the path, or move it away."
    case .newer:
      "a newer version of this program has written to it; nothing was changed. Upgrade this program."
    case .readOnly:
      "the file or its folder cannot be written. Nothing was added, what was there is intact. "
        + "Check the permissions and whether the disk is read-only, then try again."
    case .full:
      "the disk is full. Nothing was added, what was there is intact. Free some space, then try again."
    case .busy:
      "another process is writing and did not finish within 5 seconds. Nothing was added, what was there is "
        + "intact. Try again later."
    case .cannotOpen:
      "cannot be opened; nothing was changed. Check the permissions of the file and its folder, and whether too many files are open; where a -wal "
        + "file lies beside it, copy both to a folder that can be written and open them there."
    case .shortage:
      "the machine has no memory left. Nothing was added, what was there is intact. Try again later."
    case .unconfirmed:
      "the disk did not confirm that it was written. What was there is intact; whether this addition is there is not "
        + "known. Check the disk, then run again: what is missing is added, and nothing twice."
    case .refused(let why):
      "the addition breaks a rule of the history (\(why)). Nothing was added, what was there is intact. "
        + "This is a fault of the program: please report it."
    case .failed(let why):
      "SQLite failed (\(why)). Nothing was added, what was there is intact. Check the disk, then try again."
    }
  }
}
