tool-too-slow = 计算超过了 { $seconds } 秒，已停止。请缩短时间段、减少分组，或只看一个品类。
tool-busy = 还在处理前一个问题，请稍后再问。
tool-broke = 工具“{ $tool }”出错了，这是 Storewise 的问题，不是您的提问有误，详情见日志。
server-gone = 对话模型的服务器 { $url } 没有响应，请等它恢复后再问。
server-slow = 对话模型的服务器 { $url } 没有及时响应，可能正忙，请稍后再问。
server-refused = 对话模型的服务器 { $url } 拒绝了这个问题：{ $reason }
prompt-too-long = 问题和查询结果超出了对话模型能读取的长度。请新开一个对话，或缩短时间段、减少分组。
out-of-memory = 机器的可用内存不足，无法回答。请关闭其他程序或缩小提问范围后再试。
