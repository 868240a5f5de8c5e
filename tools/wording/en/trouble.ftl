tool-too-slow = This took longer than { $seconds } s, so I stopped it. Ask for a shorter period, fewer groups or one product line.
tool-busy = I am still busy with an earlier question. Ask again in a moment.
tool-broke = The tool “{ $tool }” failed; that is a fault in Storewise, not in your question. The details are in its log.
server-gone = The chat model’s server { $url } does not answer. Ask again once it is running.
server-slow = The chat model’s server { $url } did not answer in time; it may be busy. Ask again in a moment.
server-refused = The chat model’s server { $url } refused the question: { $reason }
prompt-too-long = The question and its results are longer than the chat model can read. Start a new conversation, or ask for a shorter period or fewer groups.
out-of-memory = The machine has too little memory left to answer. Close other programs or ask for less, then ask again.
