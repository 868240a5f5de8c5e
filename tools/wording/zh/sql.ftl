sql-one = 查询结果只有一个值：{ $name } 为 { $value }。
sql-no-value = 查询没有得出 { $name } 的值：没有可以计算的数据。
sql-row = 查询结果只有一行：{ $list }。
sql-table = 查询得到 { $n } 行，列为 { $columns }；其中一行是 { $first }。
sql-table-ordered = 查询得到 { $n } 行，列为 { $columns }；第一行是 { $first }。
sql-groups = 按 { $by } 的 { $name }：{ $list }。
sql-ends = 按 { $name } 看，{ $top }最高，{ $bottom }最低。
sql-empty = 没有查到符合条件的数据。
sql-cut = 共有 { $n } 行，只显示 { $shown } 行；可以先分组汇总，或用 LIMIT 少取一些。
sql-people = 不足 { $n } 位顾客的分组没有列出。
sql-check = 这个结果来自专为这个问题写的查询，而不是固定的指标口径；查询语句附在结果中，可供核对。
sql-no-file = 这家店铺没有自己的数据库文件，无法运行查询；其他工具可以照常使用。
sql-too-slow = 查询超过 { $seconds } 秒，已经停止。请缩短时间范围、按编号关联，或先分组再关联。
sql-memory = 查询需要的内存超出限制。请减少行数，或先分组再关联。
sql-unwritten = 没能写出完整回答这个问题的查询。请一次只问一个数，并直接说订单、顾客、商品、评价或访问。
sql-select = 这里只能运行一条 SELECT 语句（可以用 WITH 和 UNION），不能修改、加载、导出数据或查看系统信息。
sql-one-only = 一次只能运行一条语句。
sql-parameter = 这里的查询不带参数，请把值直接写进语句。
sql-long = 查询太长或嵌套太深，请减少括号和步骤。
sql-no-table = 没有可以查询的表“{ $given }”{ $near ->
    [none] {""}
   *[some] ，最接近的是 { $near }
}。可用的表：{ $known }。
sql-outside = 查询在用到“{ $given }”的地方看不到它：那里读取的内容没有选出它。请把这部分放进内层 SELECT，或者连接含有它的表。
sql-no-column = 没有列“{ $given }”{ $near ->
    [none] {""}
   *[some] ，最接近的是 { $near }
}。可用的列：{ $known }。
sql-no-function = 这里不能使用函数“{ $given }”，可用的相近函数：{ $near }。
sql-group = 列“{ $given }”必须写进 GROUP BY，或放在 sum()、max() 之类的聚合函数里。
sql-ambiguous = 列“{ $given }”在多张表里都有，请在前面写上表名，例如 orders.{ $given }。
sql-types = 函数不接受这样的数据类型：{ $given }。请先转换类型，例如 CAST(x AS DOUBLE)。
sql-syntax = 查询语句{ $where ->
    [end] 没有写完
    [unknown] 无法解析
   *[word] 从“{ $given }”处起无法解析
}，请检查括号、逗号和各子句的顺序。
sql-aggregate = 聚合函数不能用在这里：请用 HAVING 代替 WHERE；对聚合结果再聚合时请用子查询。
sql-zone = 这里无法显示带时区的时间。请转换类型，例如 CAST(x AS TIMESTAMP)，或改用 local_time。
sql-failed = 查询失败：{ $reason }。
